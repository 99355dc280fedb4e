import type { TypedHere } from './form-state.ts';

/** What the forms of one run leave to the next form of the same key. */
export type FormMemory = {
  /** Saves under way: the next form waits, or it would offer what is being saved as left unfinished. */
  saves: Map<string, Promise<unknown>>;
  /** Drafts on their way to the store as their page is left: who comes back at once waits for them. */
  leaves: Map<string, Promise<unknown>>;
  /** Coming back to it, it goes on by itself. */
  typedHere: Map<string, TypedHere>;
  /** By what it is based on, the record that what was typed began with. */
  begun: Map<string, unknown>;
  /** Forms on screen: a part that was dropped and is taken back (as its draft row) comes to the one that is there now. */
  open: Map<string, (row: string) => void>;
};

export function createFormMemory(): FormMemory {
  return { saves: new Map(), leaves: new Map(), typedHere: new Map(), begun: new Map(), open: new Map() };
}

/** More than these nobody has unsaved at a time. */
const mostBegun = 100;

/** Keeps with what record something was begun, for when it is taken back in the same run. */
export function rememberBegun(begun: FormMemory['begun'], key: string, record: unknown): void {
  begun.delete(key);
  begun.set(key, record);
  const [oldest] = begun.keys();
  if (begun.size > mostBegun && oldest !== undefined) begun.delete(oldest);
}

/** Keeps the promise under the key for as long as it, or what was under way there before it, is not over. */
export function remember(
  promises: Map<string, Promise<unknown>>,
  key: string,
  promise: Promise<unknown>,
): void {
  const kept = Promise.all([promises.get(key), promise]).finally(() => {
    if (promises.get(key) === kept) promises.delete(key);
  });
  promises.set(key, kept);
}
