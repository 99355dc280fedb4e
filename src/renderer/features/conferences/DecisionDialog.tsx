import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { enterGoesOn } from '#renderer/lib/forms/fields-flow.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import { RecoveredNote, type RecoveredNoteProps } from '#renderer/ui/RecoveredNote.tsx';

type Props = {
  title: string;
  saved: RecoveredNoteProps['saved'] & { save: () => Promise<boolean> };
  confirmLabel: string;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of a vote and of an election. Enter goes on, Ctrl+S keeps, Esc leaves; what was typed stays a draft. */
export function DecisionDialog({ title, saved, confirmLabel, onClose, children }: Props) {
  const t = useT();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="xl"
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      yOffset="6vh"
    >
      <Stack gap="sm" onKeyDown={enterGoesOn}>
        <RecoveredNote saved={saved} />
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui.action.cancel')}
          </Button>
          <Button
            aria-keyshortcuts="Control+S"
            rightSection={<KeyCap keys="ctrl+s" />}
            onClick={() => void saved.save()}
          >
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
