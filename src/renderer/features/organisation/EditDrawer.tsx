import { Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { SideDialog } from '#renderer/ui/Dialog.tsx';

type EditDrawerProps = { title: string; onClose: () => void; actions: ReactNode; children: ReactNode };

/** One entry of the settings, beside the list it belongs to. Closing loses nothing: what was typed is a draft. */
export function EditDrawer({ title, onClose, actions, children }: EditDrawerProps) {
  const t = useT();
  return (
    <SideDialog
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={title}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
    >
      <Stack gap="sm" {...enterFlow()}>
        {children}
        <Group justify="flex-end" gap="sm" mt="xs">
          {actions}
        </Group>
      </Stack>
    </SideDialog>
  );
}
