import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { User } from '#shared/features/users/schema.ts';
import { NewPinFields, newPinOf, noNewPin } from './NewPinFields.tsx';

/** A forgotten PIN gets a new one from the administrator; its owner changes it at the next chance. */
export function ResetPinDialog({ person, onClose }: { person: User; onClose: () => void }) {
  const t = useT();
  const [typed, setTyped] = useState(noNewPin);
  const [isTried, setTried] = useState(false);
  const reset = useCommand('users.resetPin', { onDone: onClose });

  function confirm(): void {
    setTried(true);
    const pin = newPinOf(typed);
    if (pin !== null) void reset.run({ id: person.id, pin });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('users.reset.title', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <Stack gap="sm">
          <NewPinFields typed={typed} onChange={setTyped} isTried={isTried} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui.action.cancel')}
            </Button>
            <Button type="submit" loading={reset.pending}>
              {t('users.reset.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
