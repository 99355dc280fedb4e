import { Button, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { asListed } from '#renderer/lib/plain.ts';
import { useMay } from '#renderer/lib/presence.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { localDay } from '#renderer/lib/time.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { validOn } from '#shared/features/organisation/rules.ts';
import type { Member, Term } from '#shared/features/organisation/schema.ts';
import { roman } from '#shared/text/ordinals.ts';
import { MemberForm } from './MemberForm.tsx';
import { MemberTable } from './MemberTable.tsx';
import classes from './organisation.module.css';
import { periodText } from './period-text.ts';

type Props = {
  terms: readonly Term[];
  /** A member that somebody looked for, by id: of whatever term. */
  sought: string | null;
};

/** The members of one term in the order of the paper list. */
export function MembersSection({ terms, sought }: Props) {
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const [edited, setEdited] = useState<Member | 'new' | null>(null);
  const [entered, setEntered] = useState(0);
  const term = terms.find(({ id }) => id === chosen) ?? currentTerm(terms);
  const { data: members } = useQuery({
    ...methodQuery('organisation.listMembers', { termId: term?.id }),
    enabled: term !== undefined,
  });
  const { data: found } = useQuery({
    ...methodQuery('organisation.listMembers', {}),
    enabled: sought !== null,
    select: (all) => all.find(({ id }) => id === sought),
  });
  useEffect(() => {
    if (found) setChosen(found.termId);
  }, [found]);
  const mayAdd = useMay('organisation.saveMember');
  if (!term) return <EmptyState message={t('organisation.members.noTerm')} />;
  const add = mayAdd && <Button onClick={() => setEdited('new')}>{t('organisation.members.add')}</Button>;
  return (
    <div className={classes.section}>
      <div className={classes.lead}>
        <Select
          aria-label={t('organisation.column.term')}
          value={term.id}
          onChange={setChosen}
          w={300}
          data={terms.map(({ id, ordinal, startsOn, endsOn }) => ({
            value: id,
            label: `${t('organisation.term', { term: roman(ordinal) })} (${periodText(t, startsOn, endsOn)})`,
          }))}
        />
        {members && members.length > 0 && (
          <>
            <Text size="sm" c="dimmed" className={classes.grow}>
              {t('organisation.members.hint', { count: members.length })}
            </Text>
            {add}
          </>
        )}
      </div>
      {members?.length === 0 && <EmptyState message={t('organisation.members.empty')} firstStep={add} />}
      {members && members.length > 0 && (
        <MemberTable term={term} members={members} sought={sought} onEdit={setEdited} />
      )}
      {edited && (
        <MemberForm
          key={edited === 'new' ? entered : edited.id}
          term={term}
          member={edited === 'new' ? null : asListed(edited, members)}
          onClose={() => setEdited(null)}
          onNext={() => setEntered((count) => count + 1)}
        />
      )}
    </div>
  );
}

function currentTerm(terms: readonly Term[]): Term | undefined {
  const dated = terms.map((term) => ({ term, validFrom: term.startsOn, validTo: term.endsOn }));
  return validOn(dated, localDay())?.term;
}
