import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { loadedLater } from '#renderer/lib/loaded-later.tsx';
import { lock, rememberPerson, usePresence } from '#renderer/lib/presence.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import type { Presence } from '#shared/features/users/contract.ts';
import { Opening } from './Opening.tsx';
import { useIdle } from './use-idle.ts';

const users = () => import('#renderer/features/users/index.ts');
const LockScreen = loadedLater(async () => (await users()).LockScreen, <Opening />);
const RecoveryCodeDialog = loadedLater(async () => (await users()).RecoveryCodeDialog);

type Person = Presence['signedIn'];
type Props = { children: (person: Person, onSwitch: () => void) => ReactNode };

/**
 * Shows the program to who is here. While it is locked the page stays as it is beneath the lock: who comes back goes on, for
 * somebody else it begins anew.
 */
export function SignedIn({ children }: Props) {
  const presence = usePresence();
  const [isSwitching, setSwitching] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const last = useRef<Person>(null);
  // The first user of an office goes on with what stood there when nobody was asked.
  const change = useRef(0);
  const isLocked = presence !== undefined && presence.people.length > 0 && presence.signedIn === null;
  if (presence?.signedIn) {
    if (last.current && last.current.id !== presence.signedIn.id) change.current += 1;
    last.current = presence.signedIn;
  }
  const person = last.current;

  const id = presence?.signedIn?.id;
  useEffect(() => {
    if (id !== undefined) rememberPerson(id);
  }, [id]);

  const lockNow = () => void lock();
  useIdle(presence?.signedIn ? presence.lockAfterMinutes : 0, lockNow);
  useShortcuts(
    presence?.signedIn
      ? [
          { keys: 'ctrl+shift+n', label: 'users.menu.switch', run: () => setSwitching(true), inDialog: true },
          { keys: 'ctrl+l', label: 'users.menu.lock', run: lockNow, inDialog: true },
        ]
      : [],
  );
  // Who locks while changing places is locked out like everybody.
  useEffect(() => {
    if (isLocked) setSwitching(false);
  }, [isLocked]);

  if (!presence) return <Opening />;
  return (
    <>
      {(person !== null || !isLocked) && (
        <Fragment key={change.current}>{children(person, () => setSwitching(true))}</Fragment>
      )}
      {(isLocked || isSwitching) && (
        <LockScreen
          presence={presence}
          {...(!isLocked && { onCancel: () => setSwitching(false) })}
          onDone={(recoveryCode) => {
            setSwitching(false);
            setCode(recoveryCode ?? null);
          }}
        />
      )}
      {code !== null && <RecoveryCodeDialog code={code} onClose={() => setCode(null)} />}
    </>
  );
}
