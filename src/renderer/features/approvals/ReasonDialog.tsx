import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';

type Props = { documentId: string; kind: 'return' | 'refuse' | 'lift' | 'withdraw'; onClose: () => void };

/** A step back, with its reason; only taking one's own submission back needs none. */
export function ReasonDialog({ documentId, kind, onClose }: Props) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const step = useCommand(`approvals.${kind}`, { onDone: onClose });
  const isMissing = kind !== 'withdraw' && reason.trim() === '';

  function confirm(): void {
    setTried(true);
    if (!isMissing) void step.run({ documentId, reason });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`approvals.act.${kind}`)}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      centered
    >
      <Stack gap="sm">
        <Text size="sm">{t(`approvals.consequence.${kind}`)}</Text>
        <Textarea
          data-autofocus
          label={t('approvals.field.reason')}
          autosize
          minRows={3}
          maxLength={kind === 'withdraw' ? 500 : 1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isTried && isMissing ? t('approvals.field.reasonMissing') : undefined}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui.action.cancel')}
          </Button>
          <Button loading={step.pending} onClick={confirm}>
            {t(`approvals.confirm.${kind}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
