import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import type { User } from '#shared/features/users/schema.ts';
import { NewPinFields, newPinOf, noNewPin } from './NewPinFields.tsx';

/** A forgotten PIN gets a new one from the administrator; its owner changes it at the next chance. */
export function ResetPinDialog({ person, onClose }: { person: User; onClose: () => void }) {
  const t = useT();
  const [typed, setTyped] = useState(noNewPin);
  const [isTried, setTried] = useState(false);
  const reset = useCommand('users.resetPin', { onDone: onClose, inPlace: true });

  function confirm(): void {
    setTried(true);
    const pin = newPinOf(typed);
    if (pin !== null) void reset.run({ id: person.id, pin });
  }

  return (
    <ActionDialog
      title={t('users.reset.title', { name: person.name })}
      act={t('users.reset.confirm')}
      onAct={confirm}
      onClose={onClose}
      pending={reset.pending}
      error={reset.error}
    >
      <NewPinFields typed={typed} onChange={setTyped} isTried={isTried} />
    </ActionDialog>
  );
}
