import { Button } from '@mantine/core';
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
import type { ConferenceSummary } from '#shared/features/conferences/schema.ts';
import { showDate } from '#shared/text/dates.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import classes from './conferences.module.css';
import { titleOf, useConferences, useOrganisation } from './queries.ts';

export function ConferenceListPage() {
  const t = useT();
  const [, go] = useLocation();
  const { data: organisation } = useOrganisation();
  const { data, error, refetch } = useConferences();
  const mayAdd = useMay('conferences.create');
  useShortcuts(
    mayAdd ? [{ keys: 'ctrl+n', label: 'conferences.list.new', run: () => go(routes.newConference) }] : [],
  );
  const title = (item: ConferenceSummary) => titleOf(organisation, item, item.termOrdinal);

  const columns: Column<ConferenceSummary>[] = [
    {
      id: 'startsAt',
      header: t('conferences.column.date'),
      width: '140px',
      cell: ({ startsAt }) => showDate(startsAt),
      sortValue: ({ startsAt }) => startsAt,
    },
    {
      id: 'title',
      header: t('conferences.column.title'),
      width: 'minmax(0, 3fr)',
      cell: (item) => (
        <span title={`${title(item)}\n${item.content}`}>
          {title(item)}
          {item.content && <span className={classes.dim}> · {item.content}</span>}
        </span>
      ),
      sortValue: title,
    },
    {
      id: 'place',
      header: t('conferences.column.place'),
      width: 'minmax(0, 1.3fr)',
      cell: ({ place }) => <span title={place}>{place}</span>,
      sortValue: ({ place }) => place,
    },
    {
      id: 'present',
      header: t('conferences.column.present'),
      width: '96px',
      align: 'end',
      cell: ({ members, present }) => (members > 0 ? t('conferences.presentOf', { present, members }) : ''),
      sortValue: ({ present }) => present,
    },
    {
      id: 'state',
      header: t('conferences.column.state'),
      width: '140px',
      cell: ({ endsAt, closedAt, minutesNumber }) =>
        closedAt !== null ? (
          <span className={classes.dim}>
            {minutesNumber === null
              ? t('conferences.state.closed')
              : t('conferences.state.closedAs', { number: twoDigits(minutesNumber) })}
          </span>
        ) : endsAt === null ? (
          t('conferences.state.open')
        ) : (
          <span className={classes.dim}>{t('conferences.state.ended')}</span>
        ),
      sortValue: ({ endsAt, closedAt }) => `${closedAt ?? ''} ${endsAt ?? ''}`,
    },
  ];

  const addNew = mayAdd && (
    <Button component={Link} href={routes.newConference} title={t('conferences.list.newKeys')}>
      {t('conferences.list.new')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('conferences.list.title')} action={addNew} />
      {error && <ErrorNote error={wireOf(error)} onRetry={() => void refetch()} />}
      {data && organisation && (
        <DataList
          id="conferences"
          label={t('conferences.list.title')}
          items={data}
          columns={columns}
          rowKey={({ id }) => id}
          searchText={(item) => `${title(item)} ${item.content} ${item.place} ${showDate(item.startsAt)}`}
          onOpen={({ id }) => go(path.conference(id))}
          empty={<EmptyState message={t('conferences.list.empty')} firstStep={addNew} />}
        />
      )}
    </>
  );
}
