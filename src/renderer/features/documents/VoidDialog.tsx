import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';

type Props = { document: DocumentRecord; opened: boolean; onClose: () => void };

/** A number that was given by mistake: it stays in the register with the reason and is never given again. */
export function VoidDialog({ document, opened, onClose }: Props) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const command = useCommand('documents.void', { onDone: onClose });

  function submit(): void {
    if (reason.trim() === '') setIsMissing(true);
    else void command.run({ id: document.id, reason });
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('documents.void.title', { code: document.code })}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      centered
    >
      <Stack gap="sm">
        <Text size="sm">{t('documents.void.consequence')}</Text>
        <Textarea
          label={t('documents.void.reason')}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={reason}
          error={isMissing && t('documents.void.reasonMissing')}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setIsMissing(false);
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui.action.cancel')}
          </Button>
          <Button color="red" loading={command.pending} onClick={submit}>
            {t('documents.void.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
