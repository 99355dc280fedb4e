import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { showBytes } from '#renderer/lib/bytes.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useTask } from '#renderer/lib/use-task.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { type Column, DataList } from '#renderer/ui/list/DataList.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { SaveReport } from '#renderer/ui/SaveReport.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import type { Output } from '#shared/contract.ts';
import type { BackupLogEntry } from '#shared/features/backup/contract.ts';
import classes from './backup.module.css';
import { when } from './facts.ts';
import { Leftovers } from './Leftovers.tsx';
import { RestoreFlow } from './RestoreFlow.tsx';

type Made = NonNullable<Output<'backup.create'>>;

/** Make a backup, see which there are, bring one back. */
export function BackupPage() {
  const t = useT();
  const { data: backups } = useQuery(methodQuery('backup.list', {}));
  const create = useTask('backup.create');
  const [made, setMade] = useState<Made | null>(null);
  if (!backups) return null;
  const lastFolder = backups[0]?.folder;

  async function run(again: boolean): Promise<void> {
    setMade(null);
    setMade(await create.run({ again }));
  }

  const columns: Column<BackupLogEntry>[] = [
    {
      id: 'at',
      header: t('backup.column.at'),
      cell: ({ at }) => when(t, at),
      sortValue: ({ at }) => at,
      width: '180px',
    },
    {
      id: 'file',
      header: t('backup.column.file'),
      cell: ({ fileName }) => fileName,
      sortValue: ({ fileName }) => fileName,
      width: 'minmax(0, 2fr)',
    },
    {
      id: 'folder',
      header: t('backup.column.folder'),
      cell: ({ folder }) => folder,
      sortValue: ({ folder }) => folder,
    },
    {
      id: 'bytes',
      header: t('backup.column.size'),
      cell: ({ bytes }) => showBytes(bytes),
      sortValue: ({ bytes }) => bytes,
      width: '100px',
      align: 'end',
    },
  ];

  return (
    <>
      <PageHeader
        title={t('backup.page.title')}
        subtitle={<State newest={backups[0]} />}
        action={
          <>
            <Button loading={create.running !== null} onClick={() => void run(lastFolder !== undefined)}>
              {t('backup.action.make')}
            </Button>
            {lastFolder !== undefined && (
              <Button variant="default" disabled={create.running !== null} onClick={() => void run(false)}>
                {t('backup.action.elsewhere')}
              </Button>
            )}
          </>
        }
      />
      <Stack gap="sm" pb="sm">
        <TaskProgress running={create.running} what={t('backup.running.make')} />
        {create.error && <ErrorNote error={create.error} />}
        {made && <Result made={made} />}
        <Leftovers />
      </Stack>
      <DataList
        id="backups"
        label={t('backup.list.label')}
        items={backups}
        columns={columns}
        rowKey={({ at, fileName }) => `${at} ${fileName}`}
        searchText={({ at, fileName, folder }) => `${when(t, at)} ${fileName} ${folder}`}
        empty={<EmptyState message={t('backup.list.empty')} />}
      />
      <section className={classes.restore}>
        <h2 className={classes.heading}>{t('backup.restore.heading')}</h2>
        <RestoreFlow onRestored={() => setMade(null)} />
      </section>
      <section className={classes.restore}>
        <h2 className={classes.heading}>{t('ui.report.heading')}</h2>
        <Stack gap="xs" align="start">
          <Text size="sm">{t('ui.report.text')}</Text>
          <SaveReport />
        </Stack>
      </section>
    </>
  );
}

function State({ newest }: { newest: BackupLogEntry | undefined }) {
  const t = useT();
  const { data: status } = useQuery(methodQuery('app.status', {}));
  if (!newest) return t('backup.state.none');
  const changes = status?.lastBackup?.changesSince ?? 0;
  return changes === 0
    ? t('backup.state.fresh', { when: when(t, newest.at) })
    : t('backup.state.stale', { when: when(t, newest.at), count: changes });
}

function Result({ made }: { made: Made }) {
  const t = useT();
  return (
    <Note tone={made.isOnSameDisk ? 'plain' : 'good'} title={t('backup.made.title')}>
      <Text>
        {t('backup.made.where', { file: made.fileName, folder: made.folder, size: showBytes(made.bytes) })}
      </Text>
      {made.isOnSameDisk && <Text fw={600}>{t('backup.made.sameDisk')}</Text>}
      <Text size="xs" c="dimmed">
        {t('backup.made.hash', { hash: made.sha256 })}
      </Text>
    </Note>
  );
}
