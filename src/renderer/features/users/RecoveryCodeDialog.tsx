import { Button, Group, Stack, Text } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { useTask } from '#renderer/lib/use-task.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import classes from './users.module.css';

type Props = { code: string; onClose: () => void };

/** Shown once. Does not close by Esc or by a click beside it: who closes it has the code. */
export function RecoveryCodeDialog({ code, onClose }: Props) {
  const t = useT();
  const slip = useTask('users.printRecoverySlip');
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('users.recovery.title')}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
    >
      <Stack gap="md">
        <Text size="sm">{t('users.recovery.intro')}</Text>
        <div className={classes.code}>{code}</div>
        <TaskProgress running={slip.running} what={t('users.recovery.printing')} />
        {slip.error && <ErrorNote error={slip.error} />}
        <Group justify="flex-end" gap="xs">
          <Button onClick={() => void slip.run({ recoveryCode: code })} data-autofocus>
            {t('users.recovery.print')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('users.recovery.kept')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
