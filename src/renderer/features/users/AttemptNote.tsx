import { useT } from '#renderer/lib/i18n.tsx';
import type { AttemptState } from './use-attempt.ts';
import classes from './users.module.css';

type Props = { state: AttemptState; what: 'pin' | 'code' };

/** Why the try failed and how long to wait; keeps its room, so that nothing jumps. */
export function AttemptNote({ state: { failed, left }, what }: Props) {
  const t = useT();
  const text = () => {
    if (failed === null) return '';
    if (failed === 'closed') return t('users.attempt.closed');
    const wrong = t(what === 'pin' ? 'users.attempt.wrongPin' : 'users.attempt.wrongCode');
    return left > 0 ? `${wrong} ${t('users.attempt.wait', { time: waitText(left) })}` : wrong;
  };
  return (
    <p className={classes.attempt} role="alert">
      {text()}
    </p>
  );
}

/** "5 giây", "2:05" */
function waitText(seconds: number): string {
  const rest = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${rest}`;
}
