import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';

export type ConfirmDialogProps = {
  opened: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** Names the thing: "Hủy số 12-NQ/ĐU?" */
  title: string;
  /** Names the consequence. */
  children: ReactNode;
  /** The act, as a verb: "Hủy số". */
  confirmLabel: string;
  danger?: boolean;
  pending?: boolean;
};

/** Only for acts that cannot be undone. Esc and the first focus are the safe way out. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useT();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      centered
    >
      <Stack gap="md">
        <Text component="div" size="sm">
          {props.children}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {t('ui.action.cancel')}
          </Button>
          <Button color={props.danger ? 'red' : undefined} loading={props.pending} onClick={props.onConfirm}>
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
