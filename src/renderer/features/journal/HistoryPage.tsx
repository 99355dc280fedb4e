import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearchParams } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import { useViewedDay } from '#renderer/lib/past.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { routes } from '#renderer/lib/routes.ts';
import { showClock, showDay } from '#renderer/lib/time.ts';
import { undo } from '#renderer/lib/undo.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { type Column, DataList } from '#renderer/ui/list/DataList.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { RecentChange } from '#shared/features/journal/contract.ts';
import { actorName, sentenceOf } from '#shared/features/journal/sentences.ts';
import classes from './journal.module.css';
import { PastDialog } from './PastDialog.tsx';
import { useVerification } from './Verification.tsx';

const limit = 500;

/** The newest changes in plain sentences, each with its way back, and the check of the whole register. */
export function HistoryPage() {
  const t = useT();
  const { data: changes } = useQuery(methodQuery('journal.recent', { limit }));
  const verification = useVerification();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  if (!changes) return null;

  const commands = new Map(changes.map(({ seq, command }) => [seq, command]));
  const sentence = (change: RecentChange) => {
    const what = sentenceOf(t, change, (seq) => commands.get(seq) ?? null);
    return change.subject ? `${what}: ${change.subject}` : what;
  };
  const when = (change: RecentChange) => `${showDay(change.at)} ${showClock(change.at, true)}`;
  const columns: Column<RecentChange>[] = [
    { id: 'at', header: t('journal.column.at'), cell: when, sortValue: ({ seq }) => seq, width: '170px' },
    { id: 'what', header: t('journal.column.what'), cell: sentence, sortValue: sentence },
    {
      id: 'actor',
      header: t('journal.column.actor'),
      cell: (change) => actorName(t, change),
      sortValue: (change) => actorName(t, change),
      width: '140px',
    },
    { id: 'state', header: '', cell: (change) => <WayBack change={change} />, width: '190px', align: 'end' },
  ];

  return (
    <>
      <PageHeader
        title={t('journal.page.title')}
        subtitle={t('journal.page.subtitle')}
        action={
          <>
            <Button variant="default" onClick={() => go(routes.viewPast)}>
              {t('journal.past.open')}
            </Button>
            {verification.button}
          </>
        }
      />
      {verification.report}
      <DataList
        id="journal"
        label={t('journal.page.title')}
        items={changes}
        columns={columns}
        rowKey={({ seq }) => String(seq)}
        searchText={(change) => `${when(change)} ${sentence(change)} ${actorName(t, change)}`}
        empty={<EmptyState message={t('journal.page.empty')} />}
      />
      {search.has('as-of') && <PastDialog onClose={() => go(routes.history, { replace: true })} />}
    </>
  );
}

/** Undo where it can be, else why not. */
function WayBack({ change }: { change: RecentChange }) {
  const t = useT();
  const viewed = useViewedDay();
  if (change.kind !== 'do') return null;
  if (change.undone) return <span className={classes.mark}>{t('journal.state.undone')}</span>;
  if (change.final) return <span className={classes.mark}>{t('journal.state.final')}</span>;
  if (viewed !== null || !change.mayUndo) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        void undo(change.seq);
      }}
    >
      {t('journal.action.undoThis')}
    </Button>
  );
}
