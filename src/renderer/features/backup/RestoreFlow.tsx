import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { showBytes } from '#renderer/lib/bytes.ts';
import { type Translate, useT } from '#renderer/lib/i18n.tsx';
import { queryClient } from '#renderer/lib/query-client.ts';
import { toastDone } from '#renderer/lib/toasts.tsx';
import { useTask } from '#renderer/lib/use-task.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import type { Output } from '#shared/contract.ts';
import classes from './backup.module.css';
import { countsText, when } from './facts.ts';

type Inspected = NonNullable<Output<'backup.inspect'>>;

/** Choose a backup, see what it is, agree, and it takes the place of the data; what was there is kept. */
export function RestoreFlow({ onRestored }: { onRestored?: () => void }) {
  const t = useT();
  const inspect = useTask('backup.inspect');
  const restore = useTask('backup.restore');
  const [inspected, setInspected] = useState<Inspected | null>(null);
  const [asking, setAsking] = useState<'restore' | 'otherOffice' | null>(null);

  async function choose(): Promise<void> {
    restore.reset();
    setInspected(await inspect.run({}));
  }

  async function bringBack({ token, isOfAnother, manifest }: Inspected): Promise<void> {
    setAsking(null);
    const done = await restore.run({ token, ...(isOfAnother && { otherOffice: manifest.officeName }) });
    if (!done) return;
    setInspected(null);
    onRestored?.();
    toastDone(done.keptAs === null ? 'backup.restore.done' : 'backup.restore.doneKept', {
      params: { when: when(t, done.manifest.createdAt), folder: done.keptAs ?? '' },
      stays: true,
    });
    await queryClient.invalidateQueries();
  }

  return (
    <Stack gap="sm" align="stretch">
      <Group gap="sm">
        <Button variant="default" loading={inspect.running !== null} onClick={() => void choose()}>
          {t('backup.action.choose')}
        </Button>
        {!inspected && (
          <Text size="sm" c="dimmed">
            {t('backup.restore.hint')}
          </Text>
        )}
      </Group>
      <TaskProgress running={inspect.running} what={t('backup.running.inspect')} />
      {inspect.error && inspect.error.code !== 'CANCELLED' && <ErrorNote error={inspect.error} />}
      {inspected && (
        <Facts inspected={inspected} onRestore={() => setAsking('restore')} busy={restore.running !== null} />
      )}
      <TaskProgress running={restore.running} what={t('backup.running.restore')} />
      {restore.error && <ErrorNote error={restore.error} />}
      {inspected && asking === 'restore' && (
        <ActionDialog
          title={t('backup.confirm.title', { when: when(t, inspected.manifest.createdAt) })}
          explanation={t('backup.confirm.consequence')}
          act={t('backup.action.restore')}
          onAct={() => (inspected.isOfAnother ? setAsking('otherOffice') : void bringBack(inspected))}
          onClose={() => setAsking(null)}
          startsAt="cancel"
          isFinal
          danger
        />
      )}
      {inspected && asking === 'otherOffice' && (
        <ActionDialog
          title={t('backup.other.title', { office: officeOf(t, inspected) })}
          explanation={t('backup.other.consequence', {
            office: officeOf(t, inspected),
            here: inspected.officeHere || t('backup.other.unknown'),
          })}
          act={t('backup.other.act')}
          onAct={() => void bringBack(inspected)}
          onClose={() => setAsking(null)}
          startsAt="cancel"
          isFinal
          danger
        />
      )}
    </Stack>
  );
}

function officeOf(t: Translate, { manifest }: Inspected): string {
  return manifest.officeName || t('backup.fact.noOffice');
}

type FactsProps = { inspected: Inspected; onRestore: () => void; busy: boolean };

function Facts({ inspected, onRestore, busy }: FactsProps) {
  const t = useT();
  const { manifest } = inspected;
  const rows = [
    [t('backup.fact.office'), officeOf(t, inspected)],
    [t('backup.fact.at'), when(t, manifest.createdAt)],
    [t('backup.fact.holds'), countsText(t, manifest.counts)],
    [t('backup.fact.file'), `${inspected.fileName} · ${showBytes(inspected.bytes)}`],
  ];
  return (
    <Note
      tone={inspected.isOfAnother ? 'waiting' : 'good'}
      title={t('backup.fact.sound')}
      actions={
        inspected.mayRestore && (
          <Button loading={busy} onClick={onRestore}>
            {t('backup.action.restoreThis')}
          </Button>
        )
      }
    >
      {inspected.isOfAnother && (
        <Text fw={600}>{t('backup.other.note', { office: officeOf(t, inspected) })}</Text>
      )}
      {!inspected.mayRestore && <Text>{t('error.FORBIDDEN.restoreForAdministrator')}</Text>}
      <dl className={classes.factList}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Note>
  );
}
