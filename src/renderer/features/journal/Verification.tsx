import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { dynamicText, type MessageId, useT } from '#renderer/lib/i18n.tsx';
import { useTask } from '#renderer/lib/use-task.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import { SaveReport } from '#renderer/ui/SaveReport.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import type { JournalReport } from '#shared/features/journal/contract.ts';
import { showQuantity } from '#shared/text/quantities.ts';
import classes from './journal.module.css';

/** "Kiểm tra sổ": the button for the head of the page, and below it what the check is doing or found. */
export function useVerification(): { button: ReactNode; report: ReactNode } {
  const t = useT();
  const verify = useTask('journal.verify');
  const [found, setFound] = useState<JournalReport | null>(null);
  return {
    button: (
      <Button
        variant="default"
        loading={verify.running !== null}
        onClick={() => {
          setFound(null);
          void verify.run({}).then(setFound);
        }}
      >
        {t('journal.verify.action')}
      </Button>
    ),
    report: (
      <div className={classes.report}>
        <TaskProgress running={verify.running} what={t('journal.verify.running')} />
        {found && found.faults.length > 0 && <SaveReport compact />}
        {verify.error && <ErrorNote error={verify.error} />}
        {found && <Report report={found} onClose={() => setFound(null)} />}
      </div>
    ),
  };
}

function titleOf({ faults, skipped }: JournalReport): MessageId {
  if (faults.length > 0) return 'journal.verify.faulty';
  return skipped.length > 0 ? 'journal.verify.soundSoFar' : 'journal.verify.sound';
}

function Report({ report, onClose }: { report: JournalReport; onClose: () => void }) {
  const t = useT();
  const sound = report.faults.length === 0;
  return (
    <Note
      tone={sound ? (report.skipped.length > 0 ? 'plain' : 'good') : 'bad'}
      title={t(titleOf(report))}
      onClose={onClose}
    >
      {sound ? (
        <Text>
          {t('journal.verify.counts', {
            changes: showQuantity(String(report.changeSets)),
            rows: showQuantity(String(report.rows)),
          })}
        </Text>
      ) : (
        <ul className={classes.faults}>
          {report.faults.map(({ kind, seq, table }) => (
            <li key={`${kind} ${seq} ${table}`}>
              {dynamicText(t, `journal.fault.${kind}`, 'journal.fault.other')}
              {seq !== null && ` ${t('journal.verify.atChange', { seq })}`}
              {table !== null && ` (${table})`}
            </li>
          ))}
        </ul>
      )}
      {report.skipped.map((one) => (
        <Text key={one} fw={600}>
          {t(`journal.verify.skipped.${one}`)}
        </Text>
      ))}
      {report.searchIndex === 'renewed' && <Text>{t('journal.verify.indexRenewed')}</Text>}
      {report.head && (
        <Text size="xs" c="dimmed" className={classes.head}>
          {t('journal.verify.head', { head: report.head })}
        </Text>
      )}
    </Note>
  );
}
