import { Button, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { client, wireOf } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import type { WireError } from '#shared/errors.ts';
import type { Presence } from '#shared/features/users/contract.ts';
import { AttemptNote } from './AttemptNote.tsx';
import { NewPinFields, newPinOf, noNewPin } from './NewPinFields.tsx';
import { useAttempt } from './use-attempt.ts';
import classes from './users.module.css';

type Props = {
  person: Presence['people'][number];
  onBack: () => void;
  onDone: (recoveryCode: string) => void;
};

/** Others ask the administrator; an administrator has the code in the safe. */
export function ForgottenPin({ person, onBack, onDone }: Props) {
  const t = useT();
  const [code, setCode] = useState('');
  const [typed, setTyped] = useState(noNewPin);
  const [isTried, setTried] = useState(false);
  const attempt = useAttempt();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const isOwnToMend = person.roles.includes('admin');
  const back = (
    <Button variant="default" onClick={onBack} autoFocus={!isOwnToMend}>
      {t('users.forgotten.back')}
    </Button>
  );
  if (!isOwnToMend) {
    return (
      <div className={classes.lockForm}>
        <Text size="sm">{t('users.forgotten.ask')}</Text>
        <div className={classes.lockActions}>{back}</div>
      </div>
    );
  }

  async function recover(): Promise<void> {
    setTried(true);
    const pin = newPinOf(typed);
    if (pin === null || code.trim() === '' || isBusy || attempt.left > 0) return;
    setBusy(true);
    setError(null);
    try {
      const answer = await client.users.recover({ code, id: person.id, pin });
      attempt.take(answer.attempt);
      if (answer.recoveryCode !== null) onDone(answer.recoveryCode);
      else codeField.current?.select();
    } catch (error) {
      setError(wireOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className={classes.lockForm}
      onSubmit={(event) => {
        event.preventDefault();
        void recover();
      }}
    >
      <TextInput
        ref={codeField}
        label={t('users.forgotten.code')}
        description={t('users.forgotten.codeHint')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={isTried && code.trim() === '' ? t('validation.required') : undefined}
        autoFocus
      />
      <NewPinFields typed={typed} onChange={setTyped} isTried={isTried} />
      <AttemptNote state={attempt} what="code" />
      {error && <ErrorNote error={error} />}
      <div className={classes.lockActions}>
        <Button type="submit" loading={isBusy} disabled={attempt.left > 0}>
          {t('users.forgotten.recover')}
        </Button>
        {back}
      </div>
    </form>
  );
}
