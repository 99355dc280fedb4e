import { Button, Text, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { client, wireOf } from '#renderer/lib/client.ts';
import { flushOpenDrafts } from '#renderer/lib/forms/open-drafts.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { backToToday, lastPerson, presenceChanged } from '#renderer/lib/presence.ts';
import { useSaveRests } from '#renderer/lib/shortcuts.tsx';
import { hideToasts } from '#renderer/lib/toasts.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import type { WireError } from '#shared/errors.ts';
import type { Presence } from '#shared/features/users/contract.ts';
import { AttemptNote } from './AttemptNote.tsx';
import { ForgottenPin } from './ForgottenPin.tsx';
import { PinField } from './PinField.tsx';
import { roleNames } from './role-names.ts';
import { useAttempt } from './use-attempt.ts';
import classes from './users.module.css';

type Props = {
  presence: Presence;
  /** Somebody is here and only wants to change places: Esc leads back. */
  onCancel?: () => void;
  /** Somebody came in; with a recovery code that has to be written down. */
  onDone: (recoveryCode?: string) => void;
};

/**
 * Who sits at the PC? Arrow keys choose, digits are the PIN, Enter comes in. A dialog of the system's top layer: nothing
 * beneath can be seen or reached, and whoever comes back finds the page as it was left.
 */
export function LockScreen({ presence, onCancel, onDone }: Props) {
  const t = useT();
  // Whoever stands before a locked screen saves nothing of what lies behind.
  useSaveRests(true);
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { people } = presence;
  const [chosen, setChosen] = useState(() => firstChoice(presence, onCancel !== undefined));
  const [pin, setPin] = useState('');
  const [isForgotten, setForgotten] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const attempt = useAttempt();
  const [error, setError] = useState<WireError | null>(null);
  const index = Math.max(
    0,
    people.findIndex(({ id }) => id === chosen),
  );
  const person = people[index];

  useEffect(() => dialog.current?.showModal(), []);
  const mayType = !isForgotten && attempt.left === 0;
  // Also when it comes back: after the other form, and after the wait in which it was off.
  useEffect(() => {
    if (mayType) field.current?.focus();
  }, [mayType]);

  function choose(id: string): void {
    setChosen(id);
    setPin('');
    attempt.reset();
    setForgotten(false);
    field.current?.focus();
  }

  async function comeIn(): Promise<void> {
    if (!person || pin === '' || isBusy || attempt.left > 0) return;
    setBusy(true);
    setError(null);
    try {
      await flushOpenDrafts();
      await backToToday();
      const answer = await client.users.signIn({ id: person.id, pin });
      attempt.take(answer);
      setPin('');
      if (answer.state === 'in') await entered();
      else field.current?.focus();
    } catch (error) {
      setError(wireOf(error));
    } finally {
      setBusy(false);
    }
  }

  async function entered(recoveryCode?: string): Promise<void> {
    hideToasts();
    await presenceChanged();
    onDone(recoveryCode);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // A recovery code that is half typed belongs to the one who is chosen.
    if (step === undefined || isForgotten) return;
    const next = people[(index + step + people.length) % people.length];
    if (!next) return;
    event.preventDefault();
    choose(next.id);
  }

  return (
    <dialog
      ref={dialog}
      className={classes.lock}
      aria-modal="true"
      aria-label={t('users.lock.title')}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        if (isForgotten) setForgotten(false);
        else onCancel?.();
      }}
    >
      <div className={classes.lockCard}>
        <h1 className={classes.lockTitle}>{t(onCancel ? 'users.lock.switch' : 'users.lock.title')}</h1>
        <ul className={classes.people} aria-label={t('users.lock.people')}>
          {people.map(({ id, name, title, roles }) => (
            <li key={id}>
              <UnstyledButton
                className={classes.person}
                aria-pressed={id === person?.id}
                tabIndex={-1}
                onClick={() => choose(id)}
              >
                <strong>{name}</strong>
                <span>{title || roleNames(t, roles)}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        {isForgotten && person ? (
          <ForgottenPin
            person={person}
            onBack={() => setForgotten(false)}
            onDone={(code) => void entered(code)}
          />
        ) : (
          <form
            className={classes.lockForm}
            onSubmit={(event) => {
              event.preventDefault();
              void comeIn();
            }}
          >
            <PinField
              ref={field}
              label={t('users.lock.pin', { name: person?.name ?? '' })}
              value={pin}
              onChange={setPin}
              disabled={attempt.left > 0}
            />
            <AttemptNote state={attempt} what="pin" />
            {error && <ErrorNote error={error} />}
            <div className={classes.lockActions}>
              <Button type="submit" loading={isBusy} disabled={attempt.left > 0}>
                {t('users.lock.enter')}
              </Button>
              {onCancel && (
                <Button variant="default" onClick={onCancel}>
                  {t('ui.action.cancel')}
                </Button>
              )}
              <Button variant="subtle" onClick={() => setForgotten(true)}>
                {t('users.lock.forgotten')}
              </Button>
            </div>
          </form>
        )}
        {!isForgotten && (
          <Text size="xs" c="dimmed">
            {t('users.lock.keys')}
          </Text>
        )}
      </div>
    </dialog>
  );
}

/** Who was here last; when changing places, somebody else. */
function firstChoice({ people, signedIn }: Presence, isSwitch: boolean): string {
  const last = lastPerson();
  const others = isSwitch ? people.filter(({ id }) => id !== signedIn?.id) : people;
  return (others.find(({ id }) => id === last) ?? others[0] ?? people[0])?.id ?? '';
}
