import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';

/*
 * What was typed while its row could not be written, on a full disk say: kept in the page until it can be, so that leaving a
 * form and coming back loses nothing, and a window that is closed asks first.
 */
type Unkept = { value: string; at: string; person: string | null };

const unkept = new Map<string, Unkept>();
const retryMs = 5_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Another person neither sees nor keeps it. */
function person(): string | null {
  return queryClient.getQueryData(methodQuery('users.presence', {}).queryKey)?.signedIn?.id ?? null;
}

export function unkeptOf(key: string): Unkept | null {
  const found = unkept.get(key);
  return found && found.person === person() ? found : null;
}

/** @param put writes the row; tried again until it is written, or something newer is */
export function keepUnwritten(key: string, value: string, put: (value: string) => Promise<unknown>): void {
  const kept = { value, at: new Date().toISOString(), person: person() };
  unkept.set(key, kept);
  askBeforeClosing();
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (unkept.get(key) !== kept || kept.person !== person()) return;
    put(value).then(
      () => forgetUnkept(key, kept),
      () => unkept.get(key) === kept && keepUnwritten(key, value, put),
    );
  }, retryMs);
}

/** @param only this one: something newer may have come */
export function forgetUnkept(key: string, only?: Unkept): void {
  if (!only || unkept.get(key) === only) unkept.delete(key);
  askBeforeClosing();
}

function stop(event: Event): void {
  event.preventDefault();
}

function askBeforeClosing(): void {
  if (!('addEventListener' in globalThis)) return;
  if (unkept.size > 0) globalThis.addEventListener('beforeunload', stop);
  else globalThis.removeEventListener('beforeunload', stop);
}
