import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { Note } from '#renderer/ui/Note.tsx';
import type { Way } from '#shared/features/approvals/schema.ts';

type Props = { documentId: string; way: Way; checks: number; onClose: () => void };

/** From here on the text is locked: what is approved is what will be issued. */
export function ApproveDialog({ documentId, way, checks, onClose }: Props) {
  const t = useT();
  // The version that stood on the screen when the dialog was opened, whatever is saved meanwhile.
  const [{ seq, hasMoved }] = useState(way);
  const [acceptMoved, setAccept] = useState(false);
  const approve = useCommand('approvals.approve', { onDone: onClose });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('approvals.act.approve')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      centered
    >
      <Stack gap="sm">
        <Text size="sm">{t('approvals.consequence.approve')}</Text>
        {checks > 0 && <Text size="sm">{t('documents.checks.left', { count: checks })}</Text>}
        {hasMoved && (
          <Note tone="waiting" title={t('approvals.moved.title')}>
            <Checkbox
              mt={4}
              label={t('approvals.moved.accept')}
              checked={acceptMoved}
              onChange={(event) => setAccept(event.currentTarget.checked)}
            />
          </Note>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui.action.cancel')}
          </Button>
          <Button
            data-autofocus
            disabled={hasMoved && !acceptMoved}
            loading={approve.pending}
            onClick={() => void approve.run({ documentId, seq, acceptMoved })}
          >
            {t('approvals.confirm.approve')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
