import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import classes from '#renderer/app/pages.module.css';
import { RestoreFlow } from '#renderer/features/backup/index.ts';
import { type MessageId, useErrorText, useT } from '#renderer/lib/i18n.tsx';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import { useTask } from '#renderer/lib/use-task.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { SaveReport } from '#renderer/ui/SaveReport.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import type { ErrorCode, WireError } from '#shared/errors.ts';
import type { Startup } from '#shared/features/app/contract.ts';

/** Where a backup in the place of the file would help, and would not take the file from somebody who still needs it. */
const restorable: readonly ErrorCode[] = [
  'STORE_DAMAGED',
  'STORE_EMPTY',
  'STORE_FOREIGN',
  'STORE_OLDER_THAN_SEEN',
  'STORE_WITHOUT_LOG',
  'STORE_UNAVAILABLE',
  'INTERNAL',
];

/** Why the program cannot start with this data: what happened, what is safe, what to do. */
export function StartupErrorPage({ error }: { error: WireError }) {
  const t = useT();
  const text = useErrorText();
  const retry = useTask('app.retry');

  async function tryAgain(): Promise<void> {
    await follow(await retry.run({}));
  }

  return (
    <div className={classes.centered}>
      <Stack gap="md" className={classes.notice} role="alert">
        <Title order={1} className={classes.noticeTitle}>
          {t('app.startup.title')}
        </Title>
        <Text>{text(error)}</Text>
        <Text c="dimmed">{t('app.startup.safe')}</Text>
        <Group gap="xs">
          <Button onClick={() => void tryAgain()} loading={retry.running !== null} autoFocus>
            {t('ui.action.retry')}
          </Button>
          <SaveReport />
        </Group>
        <TaskProgress running={retry.running} what={t('app.opening')} />
        {retry.error && <ErrorNote error={retry.error} />}
        {restorable.includes(error.code) && <RestoreFlow />}
        {error.detail.reason?.startsWith('restore') && <GiveUpRestore />}
        <OpenAllTheSame error={error} />
      </Stack>
    </div>
  );
}

/** Nothing is deleted by it, so nothing has to be asked. */
function GiveUpRestore() {
  const t = useT();
  const giveUp = useTask('app.giveUpRestore');
  return (
    <Group gap="xs">
      <Button
        variant="default"
        loading={giveUp.running !== null}
        onClick={() => void giveUp.run({}).then(follow)}
      >
        {t('app.startup.giveUpRestore')}
      </Button>
      {giveUp.error && <ErrorNote error={giveUp.error} />}
    </Group>
  );
}

const mayLack: Partial<Record<ErrorCode, MessageId>> = {
  STORE_OLDER_THAN_SEEN: 'app.startup.openOlder.text',
  STORE_WITHOUT_LOG: 'app.startup.openOlder.withoutLog',
};

/** The file may lack what was saved last, and there may be nothing newer: the office must be able to go on. */
function OpenAllTheSame({ error: { code, detail } }: { error: WireError }) {
  const t = useT();
  const open = useTask('app.openOlder');
  const [asked, setAsked] = useState(false);
  const text = mayLack[code];
  const { found, seen = 0 } = detail.params ?? {};
  if (!text || typeof found !== 'number') return null;
  // Then there is no file at all.
  if (code === 'STORE_OLDER_THAN_SEEN' && found === 0) return null;
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('app.startup.openOlder')}
      </Button>
      {asked && (
        <ActionDialog
          title={t('app.startup.openOlder.title')}
          explanation={t(text, { found, seen })}
          act={t('app.startup.openOlder.confirm')}
          onAct={() => void open.run({ found }).then(follow)}
          onClose={() => setAsked(false)}
          pending={open.running !== null}
          error={open.error}
          startsAt="cancel"
          isFinal
          danger
        />
      )}
    </Group>
  );
}

/** Shows what came of trying to open. */
async function follow(startup: Startup | null): Promise<void> {
  if (!startup) return;
  queryClient.setQueryData(methodQuery('app.startup', {}).queryKey, startup);
  await queryClient.invalidateQueries();
}
