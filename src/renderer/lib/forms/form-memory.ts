import type { TypedHere } from './form-state.ts';

/** What the forms of one run leave to the next form of the same key. */
export type FormMemory = {
  /** Saves under way: the next form waits, or it would offer what is being saved as left unfinished. */
  saves: Map<string, Promise<unknown>>;
  /** Drafts on their way to the store as their page is left: who comes back at once waits for them. */
  leaves: Map<string, Promise<unknown>>;
  /** Coming back to it, it goes on by itself. */
  typedHere: Map<string, TypedHere>;
  /** Forms on screen: a part that was dropped and is taken back (as its draft row) comes to the one that is there now. */
  open: Map<string, (row: string) => void>;
};

export function createFormMemory(): FormMemory {
  return { saves: new Map(), leaves: new Map(), typedHere: new Map(), open: new Map() };
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
