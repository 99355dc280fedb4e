import { useSyncExternalStore } from 'react';

/** How far the typing of one form is safe. */
export type TypingState = 'clean' | 'typing' | 'drafted' | 'saving' | 'saved' | 'failed';

export type TypingStatus = {
  state: TypingState;
  /** When it came to this state (UTC instant). */
  at: string;
};

const clean: TypingStatus = { state: 'clean', at: '' };

// What deserves the status line first when two forms are open.
const urgency: readonly TypingState[] = ['failed', 'typing', 'saving', 'drafted', 'saved', 'clean'];

const forms = new Map<string, TypingStatus>();
const listeners = new Set<() => void>();
let overall: TypingStatus = clean;

function summarise(): TypingStatus {
  let most = clean;
  for (const status of forms.values()) {
    const order = urgency.indexOf(status.state) - urgency.indexOf(most.state);
    if (order < 0 || (order === 0 && status.at > most.at)) most = status;
  }
  return most;
}

export const draftsStatus = {
  of: (key: string): TypingStatus => forms.get(key) ?? clean,
  overall: (): TypingStatus => overall,
  set: (key: string, state: TypingState, at: string = new Date().toISOString()): void => {
    if (forms.get(key)?.state === state && state === 'typing') return;
    if (state === 'clean') forms.delete(key);
    else forms.set(key, { state, at });
    overall = summarise();
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** For the status line: the most urgent state of all open forms. */
export function useTypingStatus(): TypingStatus {
  return useSyncExternalStore(draftsStatus.subscribe, draftsStatus.overall);
}

/** For a save bar: the state of one form, without rendering the form again. */
export function useTypingStatusOf(key: string): TypingStatus {
  return useSyncExternalStore(draftsStatus.subscribe, () => draftsStatus.of(key));
}
