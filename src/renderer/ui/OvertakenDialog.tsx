import './library-styles.ts';
import { Button, Group, Loader, Text } from '@mantine/core';
import { useState } from 'react';
import type { Difference } from '#renderer/lib/forms/differences.ts';
import type { SavedChoice } from '#renderer/lib/forms/saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { usePresence } from '#renderer/lib/presence.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { BothVersions, type Picks } from './BothVersions.tsx';
import { Dialog } from './Dialog.tsx';
import classes from './overtaken.module.css';

/**
 * Somebody else saved the record first: what is saved stands beside what is typed, and the clerk takes the one or the
 * other, field by field. What was changed only there is taken from there to begin with; where nobody knows, nothing is. Esc
 * goes on typing.
 */
export function OvertakenDialog({ choice }: { choice: SavedChoice }) {
  const t = useT();
  const { by, differences, putOff } = choice;
  useShortcuts([
    {
      ...{ keys: 'esc', label: 'ui.overtaken.backToTyping', run: putOff },
      ...{ inDialog: true, isTopmost: true, keyOnly: true },
    },
  ]);
  const isSelf = usePresence()?.signedIn?.id === by.actor;
  return (
    <Dialog
      opened
      onClose={putOff}
      closeOnEscape={false}
      size={1120}
      yOffset="4dvh"
      title={t(isSelf ? 'ui.overtaken.titleSelf' : 'ui.overtaken.title')}
      closeButtonProps={{ 'aria-label': t('ui.overtaken.backToTyping') }}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
    >
      <Text size="sm">
        {t(isSelf ? 'ui.overtaken.explanationSelf' : 'ui.overtaken.explanation', {
          name: by.name,
          time: by.time,
          day: by.day,
        })}
      </Text>
      {differences ? (
        <Choosing choice={choice} differences={differences} />
      ) : (
        <Group gap="xs" role="status">
          <Loader size="xs" />
          <Text size="sm">{t('ui.overtaken.reading')}</Text>
        </Group>
      )}
    </Dialog>
  );
}

type ChoosingProps = { choice: SavedChoice; differences: readonly Difference[] };

/** What becomes of the other version, and what the button does. */
const kept = {
  saved: 'ui.overtaken.keptTyped',
  typed: 'ui.overtaken.keptSaved',
  both: 'ui.overtaken.keptBoth',
} as const;
const act = {
  saved: 'ui.overtaken.takeSaved',
  typed: 'ui.overtaken.saveTyped',
  both: 'ui.overtaken.saveChosen',
} as const;

function Choosing({ choice, differences }: ChoosingProps) {
  const t = useT();
  const [picks, setPicks] = useState<Picks>(() =>
    Object.fromEntries(
      differences.flatMap(({ id, isTyped }) =>
        isTyped === null ? [] : [[id, isTyped ? 'typed' : 'saved'] as const],
      ),
    ),
  );
  const isOpen = differences.some(({ id }) => picks[id] === undefined);
  const fromSaved = differences.map(({ id }) => id).filter((id) => picks[id] === 'saved');
  const all = fromSaved.length === differences.length ? 'saved' : fromSaved.length === 0 ? 'typed' : 'both';
  return (
    <>
      <BothVersions
        differences={differences}
        picks={picks}
        onPick={(id, side) => setPicks({ ...picks, [id]: side })}
        onPickAll={(side) => setPicks(Object.fromEntries(differences.map(({ id }) => [id, side])))}
      />
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm" c="dimmed" role="status">
          {t(isOpen ? 'ui.overtaken.chooseEach' : kept[all])}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={choice.putOff}>
            {t('ui.overtaken.backToTyping')}
          </Button>
          <Button disabled={isOpen} onClick={() => choice.choose(fromSaved)}>
            {t(isOpen ? 'ui.overtaken.saveChosen' : act[all])}
          </Button>
        </Group>
      </Group>
    </>
  );
}
