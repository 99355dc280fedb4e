import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { AttemptNote } from './AttemptNote.tsx';
import { NewPinFields, newPinOf, noNewPin } from './NewPinFields.tsx';
import { PinField } from './PinField.tsx';
import { useAttempt } from './use-attempt.ts';

export function ChangePinDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState(noNewPin);
  const [isTried, setTried] = useState(false);
  const attempt = useAttempt();
  const change = useCommand('users.changePin', {
    onDone: (answer) => {
      attempt.take(answer);
      if (answer.state === 'in') onClose();
      else setCurrent('');
    },
  });

  function confirm(): void {
    setTried(true);
    const pin = newPinOf(typed);
    if (pin !== null && current !== '' && attempt.left === 0) void change.run({ current, pin });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('users.menu.changePin')}
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
          <PinField
            data-autofocus
            label={t('users.pin.current')}
            value={current}
            onChange={setCurrent}
            error={
              isTried && current === '' && attempt.failed === null ? t('validation.required') : undefined
            }
          />
          <NewPinFields typed={typed} onChange={setTyped} isTried={isTried} />
          <AttemptNote state={attempt} what="pin" />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui.action.cancel')}
            </Button>
            <Button type="submit" loading={change.pending} disabled={attempt.left > 0}>
              {t('users.pin.change')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
