import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { wireOf } from '#renderer/lib/client.ts';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { showClock, showDay } from '#renderer/lib/time.ts';
import { SideDialog } from '#renderer/ui/Dialog.tsx';
import type { RowChange } from '#shared/features/journal/contract.ts';
import { shownChanges } from '#shared/features/journal/field-changes.ts';
import { actorName, sentenceOf } from '#shared/features/journal/sentences.ts';
import { HistoryPaper } from './HistoryPaper.tsx';
import classes from './journal.module.css';

type RecordHistoryProps = {
  id: string;
  opened: boolean;
  onClose: () => void;
  /** Of a document it can be printed as well. */
  isPrintable?: boolean;
};

/** Everything that happened to one record, newest first: when, who, what, each field before and after. */
export function RecordHistory({ id, opened, onClose, isPrintable = false }: RecordHistoryProps) {
  const t = useT();
  const [isPaperShown, setPaperShown] = useState(false);
  if (isPaperShown) return <HistoryPaper id={id} onClose={() => setPaperShown(false)} />;
  return (
    <SideDialog
      opened={opened}
      onClose={onClose}
      position="right"
      size="md"
      title={t('journal.record.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
    >
      {isPrintable && (
        <Button
          variant="default"
          size="compact-sm"
          className={classes.print}
          onClick={() => setPaperShown(true)}
        >
          {t('journal.paper.open')}
        </Button>
      )}
      {opened && <Changes id={id} />}
    </SideDialog>
  );
}

function Changes({ id }: { id: string }) {
  const t = useT();
  const errorText = useErrorText();
  const { data, error } = useQuery(methodQuery('journal.history', { id }));
  if (error) return <Text role="alert">{errorText(wireOf(error))}</Text>;
  if (!data) return null;
  if (data.length === 0) return <Text c="dimmed">{t('journal.record.empty')}</Text>;
  const commandOf = (seq: number) => data.find((change) => change.seq === seq)?.command ?? null;
  return (
    <ol className={classes.timeline}>
      {data.toReversed().map((change) => (
        <li key={change.seq} data-undone={change.undone}>
          <div className={classes.when}>
            {showDay(change.at)} {showClock(change.at, true)} · {actorName(t, change)}
          </div>
          <div className={classes.what}>
            {sentenceOf(t, change, commandOf)}
            {change.undone && <span className={classes.mark}>{t('journal.state.undone')}</span>}
          </div>
          {change.rows.map((row) => (
            <RowChanges key={`${row.table} ${row.rowId}`} row={row} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function RowChanges({ row }: { row: RowChange }) {
  const t = useT();
  const changes = shownChanges(t, row);
  if (changes.length === 0) return null;
  return (
    <dl className={classes.fields}>
      {changes.map(({ field, label, before, after }) => (
        <div key={field} className={classes.field}>
          <dt>{label}</dt>
          <dd>
            {before && <del>{before}</del>}
            {after && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
