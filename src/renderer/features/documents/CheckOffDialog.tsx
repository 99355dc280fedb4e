import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { CheckRule } from '#shared/features/documents/checks/schema.ts';

type Props = { rule: CheckRule; onClose: () => void };

/** The office does without a check, and says why: for every document, until it is switched on again. */
export function CheckOffDialog({ rule, onClose }: Props) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const switchOff = useCommand('documents.switchCheckOff', { onDone: onClose });
  const isMissing = reason.trim() === '';

  function confirm(): void {
    setTried(true);
    if (!isMissing) void switchOff.run({ rule, reason });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('documents.checks.offTitle', { name: t(`documents.checkName.${rule}`) })}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      centered
    >
      <Stack gap="sm">
        <Text size="sm">{t('documents.checks.offConsequence')}</Text>
        <Textarea
          data-autofocus
          label={t('documents.checks.reason')}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isTried && isMissing ? t('documents.checks.reasonMissing') : undefined}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui.action.cancel')}
          </Button>
          <Button loading={switchOff.pending} onClick={confirm}>
            {t('documents.checks.offConfirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
