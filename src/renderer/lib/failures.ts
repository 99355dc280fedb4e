import { theBridge } from './bridge.ts';

const longest = 20_000;
/** What failed once is told once, however often it is shown. */
const noted = new WeakMap<object, string>();

/** Writes what failed in the page into the log, where main can be reached. @returns the id that finds it there */
export function noteFailure(error: unknown): string {
  const known = error instanceof Error ? noted.get(error) : undefined;
  if (known) return known;
  const logId = crypto.randomUUID().slice(0, 8);
  if (error instanceof Error) noted.set(error, logId);
  const words = (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, longest);
  // There is nobody left to tell of a bridge that fails.
  void Promise.resolve()
    .then(() => theBridge().invoke('app.noteFailure', { logId, words }))
    .catch(() => undefined);
  return logId;
}

/** What nobody caught. */
export function followFailures(): void {
  addEventListener('error', ({ error, message }) => void noteFailure(error ?? message));
  addEventListener('unhandledrejection', ({ reason }) => void noteFailure(reason));
}
