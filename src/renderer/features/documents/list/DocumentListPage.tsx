import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { wireOf } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { path, routes } from '#renderer/lib/routes.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { type Column, DataList } from '#renderer/ui/list/DataList.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { DocumentSummary } from '#shared/features/documents/schema.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { showDate } from '#shared/text/dates.ts';
import classes from '../documents.module.css';
import { useDocuments } from '../queries.ts';
import { StatusWord } from '../StatusWord.tsx';
import { ForceFilter, useForceFilter } from './ForceFilter.tsx';
import { ManyActions } from './ManyActions.tsx';

export function DocumentListPage() {
  const t = useT();
  const [, go] = useLocation();
  const { data, error, refetch } = useDocuments();
  const force = useForceFilter();
  const mayAdd = useMay('documents.create');
  useShortcuts(
    mayAdd ? [{ keys: 'ctrl+n', label: 'documents.list.new', run: () => go(routes.newDocument) }] : [],
  );

  // Null: one document at a time.
  const [marked, setMarked] = useState<ReadonlySet<string> | null>(null);

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
      cell: ({ id, status, stage }) => force.wordOf(id) ?? <StatusWord status={status} stage={stage} />,
      sortValue: ({ id, status, stage }) =>
        force.wordOf(id) ??
        (status === 'draft' ? t(`approvals.stage.${stage}`) : t(`documents.status.${status}`)),
    },
  ];
  const markColumn: Column<DocumentSummary> = {
    id: 'marked',
    header: t('documents.column.marked'),
    width: '60px',
    align: 'center',
    cell: ({ id, subject }) => (
      <Checkbox
        size="xs"
        readOnly
        tabIndex={-1}
        checked={marked?.has(id) ?? false}
        aria-label={`${t('documents.column.marked')}: ${subject}`}
      />
    ),
  };

  const toggle = ({ id }: DocumentSummary) =>
    setMarked((before) => (before?.has(id) ? without(before, id) : new Set([...(before ?? []), id])));
  const markAll = (rows: readonly DocumentSummary[]) => setMarked(new Set(rows.map(({ id }) => id)));
  const toolbar = (rows: readonly DocumentSummary[]) =>
    marked === null ? (
      <Button variant="default" onClick={() => setMarked(new Set())}>
        {t('documents.many.start')}
      </Button>
    ) : (
      <ManyActions
        ids={rows.filter(({ id }) => marked.has(id)).map(({ id }) => id)}
        shown={rows.length}
        onAll={() => markAll(rows)}
        onNone={() => setMarked(new Set())}
        onStop={() => setMarked(null)}
      />
    );

  const addNew = mayAdd && (
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
          columns={marked ? [markColumn, ...columns] : columns}
          {...(marked && { marking: { onToggle: toggle, onAll: markAll } })}
          rowKey={({ id }) => id}
          searchText={({ type, code, number, subject, date }) =>
            `${typeName(type)} ${number === null ? '' : code} ${subject} ${date ? showDate(date) : ''}`
          }
          onOpen={marked ? toggle : ({ id }) => go(path.document(id))}
          toolbar={(rows) => (
            <Group gap="sm">
              <ForceFilter force={force} />
              {data.length > 0 && toolbar(rows)}
            </Group>
          )}
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

function without(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const rest = new Set(all);
  rest.delete(one);
  return rest;
}
