import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { asListed } from '#renderer/lib/plain.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Column } from '#renderer/ui/list/DataList.tsx';
import { EditedList } from '#renderer/ui/list/EditedList.tsx';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import { NameForm } from './NameForm.tsx';
import { periodText } from './period-text.ts';

/** What the office was and is called on paper, from one day to another; a paper takes the names of its own date. */
export function NamesSection({ names }: { names: readonly BodyName[] }) {
  const t = useT();
  const [edited, setEdited] = useState<BodyName | 'new' | null>(null);
  const remove = useCommand('organisation.removeName');
  const columns: Column<BodyName>[] = [
    {
      id: 'period',
      header: t('organisation.column.period'),
      cell: ({ validFrom, validTo }) => periodText(t, validFrom, validTo),
      sortValue: ({ validFrom }) => validFrom,
      width: '210px',
    },
    {
      id: 'name',
      header: t('organisation.column.name'),
      cell: ({ name }) => name,
      sortValue: ({ name }) => name,
    },
    {
      id: 'head',
      header: t('organisation.column.head'),
      cell: ({ parentLine, issuingLine }) => `${parentLine} / ${issuingLine}`,
      width: 'minmax(0, 1.6fr)',
    },
  ];
  return (
    <>
      <EditedList
        intro={t('organisation.names.intro')}
        addLabel={t('organisation.names.add')}
        onAdd={() => setEdited('new')}
        onEdit={setEdited}
        onRemove={({ id }) => void remove.run({ id })}
        id="body-names"
        label={t('organisation.tab.names')}
        items={names}
        columns={columns}
        rowKey={({ id }) => id}
        searchText={({ name, parentLine, issuingLine }) => `${name} ${parentLine} ${issuingLine}`}
        empty={<EmptyState message={t('organisation.names.empty')} />}
      />
      {edited && (
        <NameForm
          name={edited === 'new' ? null : asListed(edited, names)}
          template={names.at(-1) ?? null}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
