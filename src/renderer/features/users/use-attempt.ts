import { useEffect, useState } from 'react';
import type { Attempt } from '#shared/features/users/schema.ts';

export type AttemptState = {
  /** How the last try failed; null before the first. */
  failed: Exclude<Attempt['state'], 'in'> | null;
  /** Seconds until the next try counts. */
  left: number;
  take: (attempt: Attempt) => void;
  reset: () => void;
};

/** What came of trying a PIN or a code, with the time that has to pass before the next try. */
export function useAttempt(): AttemptState {
  const [failed, setFailed] = useState<AttemptState['failed']>(null);
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((until - now) / 1_000));

  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setNow(Date.now()), 250);
    return () => clearTimeout(timer);
  });

  return {
    failed,
    left,
    take: (attempt) => {
      // One reading of the clock: with two, a millisecond between them would be a second of waiting.
      const at = Date.now();
      setNow(at);
      setFailed(attempt.state === 'in' ? null : attempt.state);
      setUntil('waitSeconds' in attempt ? at + attempt.waitSeconds * 1_000 : 0);
    },
    reset: () => {
      setFailed(null);
      setUntil(0);
    },
  };
}
