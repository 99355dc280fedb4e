import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
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
    inPlace: true,
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
    <ActionDialog
      title={t('users.menu.changePin')}
      act={t('users.pin.change')}
      onAct={confirm}
      onClose={onClose}
      pending={change.pending}
      error={change.error}
      disabled={attempt.left > 0}
    >
      <PinField
        label={t('users.pin.current')}
        value={current}
        onChange={setCurrent}
        error={isTried && current === '' && attempt.failed === null ? t('validation.required') : undefined}
      />
      <NewPinFields typed={typed} onChange={setTyped} isTried={isTried} />
      <AttemptNote state={attempt} what="pin" />
    </ActionDialog>
  );
}
