import { Drawer, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { wireOf } from '#renderer/lib/client.ts';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { showClock, showDay } from '#renderer/lib/time.ts';
import { shownChanges } from './field-changes.ts';
import classes from './journal.module.css';
import { actorName, sentenceOf } from './sentences.ts';
import type { RowChange } from './types.ts';

type RecordHistoryProps = { id: string; opened: boolean; onClose: () => void };

/** Everything that happened to one record, newest first: when, who, what, each field before and after. */
export function RecordHistory({ id, opened, onClose }: RecordHistoryProps) {
  const t = useT();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="md"
      title={t('journal.record.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
    >
      {opened && <Changes id={id} />}
    </Drawer>
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
