import { Select, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useDayShown } from '#renderer/lib/past.ts';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { type ForceState, isHolding } from '#shared/features/documents/in-force.ts';
import { isoDate } from '#shared/fields.ts';
import { useForce } from '../queries.ts';

type Wanted = { which: 'any' | 'holding' | 'ended'; on: string | null };

// Kept while another page is shown.
let kept: Wanted = { which: 'any', on: null };

type ForceChoice = {
  wanted: Wanted;
  choose: (part: Partial<Wanted>) => void;
  /** Those that hold, or that hold no longer; drafts have no effect to speak of. */
  keep: <T extends { id: string }>(documents: readonly T[]) => readonly T[];
  /** How it stands on the day that is asked for; null when none is. */
  wordOf: (id: string) => string | null;
};

/** "Hiệu lực ngày …": what holds on a day, in the list of documents. */
export function useForceFilter(): ForceChoice {
  const t = useT();
  const [wanted, setWanted] = useState(kept);
  const { which, on } = wanted;
  const day = isoDate.safeParse(on).success ? on : null;
  const dayShown = useDayShown();
  const { data } = useForce(which === 'any' ? null : (day ?? dayShown));
  const states = useMemo(() => new Map(data?.map(({ id, state }) => [id, state])), [data]);
  return {
    wanted,
    choose: (part) => {
      kept = { ...kept, ...part };
      setWanted(kept);
    },
    keep: (documents) =>
      which === 'any' ? documents : documents.filter(({ id }) => isWanted(states.get(id), which)),
    wordOf: (id) => {
      const state = which === 'any' ? undefined : states.get(id);
      return state ? t(`documents.force.state.${state}`) : null;
    },
  };
}

function isWanted(state: ForceState | undefined, which: 'holding' | 'ended'): boolean {
  if (!state) return false;
  return which === 'holding' ? isHolding(state) : state === 'replaced' || state === 'repealed';
}

export function ForceFilter({ force }: { force: ForceChoice }) {
  const t = useT();
  const dayShown = useDayShown();
  const { which, on } = force.wanted;
  const isWrong = on !== null && !isoDate.safeParse(on).success;
  return (
    <>
      <Select
        aria-label={t('documents.force.filter')}
        w={170}
        data={(['any', 'holding', 'ended'] as const).map((value) => ({
          value,
          label: t(`documents.force.${value}`),
        }))}
        value={which}
        allowDeselect={false}
        onChange={(value) =>
          force.choose({ which: value === 'holding' || value === 'ended' ? value : 'any' })
        }
      />
      {which !== 'any' && (
        <>
          <Text size="sm">{t('documents.force.on')}</Text>
          <DateField
            aria-label={t('documents.force.day')}
            w={140}
            value={on ?? dayShown}
            error={isWrong}
            onChange={(value) => force.choose({ on: value })}
          />
        </>
      )}
    </>
  );
}
