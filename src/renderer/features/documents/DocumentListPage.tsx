import { Button, Group } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { wireOf } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { path, routes } from '#renderer/lib/routes.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { type Column, DataList } from '#renderer/ui/DataList.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { DocumentSummary } from '#shared/features/documents/schema.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { showDate } from '#shared/text/dates.ts';
import classes from './documents.module.css';
import { ForceFilter, useForceFilter } from './ForceFilter.tsx';
import { useDocuments } from './queries.ts';
import { StatusWord } from './StatusWord.tsx';

export function DocumentListPage() {
  const t = useT();
  const [, go] = useLocation();
  const { data, error, refetch } = useDocuments();
  const force = useForceFilter();
  useShortcuts([{ keys: 'ctrl+n', label: 'documents.list.new', run: () => go(routes.newDocument) }]);

  const columns: Column<DocumentSummary>[] = [
    {
      id: 'code',
      header: t('documents.column.code'),
      width: '112px',
      cell: ({ number, code }) =>
        number === null ? <span className={classes.dim}>{t('documents.noNumber')}</span> : code,
      sortValue: ({ number }) => number,
    },
    {
      id: 'type',
      header: t('documents.column.type'),
      width: '112px',
      cell: ({ type }) => typeName(type),
      sortValue: ({ type }) => typeName(type),
    },
    {
      id: 'date',
      header: t('documents.column.date'),
      width: '104px',
      cell: ({ date }) => date && showDate(date),
      sortValue: ({ date }) => date,
    },
    {
      id: 'subject',
      header: t('documents.column.subject'),
      width: 'minmax(0, 1fr)',
      cell: ({ subject }) => <span title={subject}>{subject}</span>,
      sortValue: ({ subject }) => subject,
    },
    {
      id: 'status',
      header: t('documents.column.status'),
      width: '128px',
      cell: ({ id, status }) => force.wordOf(id) ?? <StatusWord status={status} />,
      sortValue: ({ id, status }) => force.wordOf(id) ?? t(`documents.status.${status}`),
    },
  ];

  const addNew = (
    <Button component={Link} href={routes.newDocument} title={t('documents.list.newKeys')}>
      {t('documents.list.new')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t('documents.list.title')}
        action={
          <Group gap="xs" wrap="nowrap">
            <Button component={Link} href={routes.register} variant="default">
              {t('documents.list.register')}
            </Button>
            {addNew}
          </Group>
        }
      />
      {error && <ErrorNote error={wireOf(error)} onRetry={() => void refetch()} />}
      {data && (
        <DataList
          id="documents"
          label={t('documents.list.title')}
          items={force.keep(data)}
          columns={columns}
          rowKey={({ id }) => id}
          searchText={({ type, code, number, subject, date }) =>
            `${typeName(type)} ${number === null ? '' : code} ${subject} ${date ? showDate(date) : ''}`
          }
          onOpen={({ id }) => go(path.document(id))}
          toolbar={<ForceFilter force={force} />}
          // Rows that come back while a day is typed do not take the focus.
          autoFocus={force.wanted.which === 'any'}
          empty={
            data.length > 0 ? (
              <EmptyState message={t('documents.force.none')} />
            ) : (
              <EmptyState message={t('documents.list.empty')} firstStep={addNew} />
            )
          }
        />
      )}
    </>
  );
}
