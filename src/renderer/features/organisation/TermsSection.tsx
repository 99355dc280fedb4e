import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { asListed } from '#renderer/lib/plain.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Column } from '#renderer/ui/list/DataList.tsx';
import { EditedList } from '#renderer/ui/list/EditedList.tsx';
import type { Term } from '#shared/features/organisation/schema.ts';
import { roman } from '#shared/text/ordinals.ts';
import { periodText } from './period-text.ts';
import { TermForm } from './TermForm.tsx';

export function TermsSection({ terms }: { terms: readonly Term[] }) {
  const t = useT();
  const [edited, setEdited] = useState<Term | 'new' | null>(null);
  const remove = useCommand('organisation.removeTerm');
  const columns: Column<Term>[] = [
    {
      id: 'ordinal',
      header: t('organisation.column.term'),
      cell: ({ ordinal }) => t('organisation.term', { term: roman(ordinal) }),
      sortValue: ({ ordinal }) => ordinal,
      width: '160px',
    },
    {
      id: 'period',
      header: t('organisation.column.period'),
      cell: ({ startsOn, endsOn }) => periodText(t, startsOn, endsOn),
      sortValue: ({ startsOn }) => startsOn,
    },
  ];
  return (
    <>
      <EditedList
        intro={t('organisation.terms.intro')}
        addLabel={t('organisation.terms.add')}
        onAdd={() => setEdited('new')}
        onEdit={setEdited}
        onRemove={({ id }) => void remove.run({ id })}
        id="terms"
        label={t('organisation.tab.terms')}
        items={terms}
        columns={columns}
        rowKey={({ id }) => id}
        searchText={({ ordinal, startsOn, endsOn }) => `${roman(ordinal)} ${periodText(t, startsOn, endsOn)}`}
        empty={<EmptyState message={t('organisation.terms.empty')} />}
      />
      {edited && (
        <TermForm term={edited === 'new' ? null : asListed(edited, terms)} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
