import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { MessageId } from '#shared/i18n/translate.ts';
import { isBareKey, matches, parseKeys } from './keys.ts';

export type Shortcut = {
  /** "ctrl+s", "alt+down", "f2", "?" */
  keys: string;
  label: MessageId;
  run: () => void;
  /**
   * Leaves the key to the text field that has the focus (Ctrl+Z, Ctrl+Y), unless the field says
   * `data-own-undo="false"` (the filter of a list).
   */
  notInText?: boolean;
  /** Also works while a dialog is open; others rest then. */
  inDialog?: boolean;
  /** Esc of a dialog over another one: the library closes every dialog that hears the key. */
  isTopmost?: boolean;
  /** Listed under "?" but not offered in the palette (moving within a list). */
  keyOnly?: boolean;
};

// The newest registration comes first: a dialog's Ctrl+S goes before its page's.
let registered: readonly (readonly Shortcut[])[] = [];
const listeners = new Set<() => void>();

function change(next: readonly (readonly Shortcut[])[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Registers the shortcuts for as long as the component is on screen. What they do may change with each render. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const newest = useRef(shortcuts);
  useEffect(() => {
    newest.current = shortcuts;
  });
  const shape = shortcuts.map(({ keys, label }) => `${keys} ${label}`).join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: registered again only when the keys or labels change
  useEffect(() => {
    const group = newest.current.map((shortcut, index) => ({
      ...shortcut,
      run: () => newest.current[index]?.run(),
    }));
    change([group, ...registered]);
    return () => change(registered.filter((other) => other !== group));
  }, [shape]);
}

/**
 * Of a dialog: Ctrl+S is what it does itself, as a form or an act in it says, and otherwise nothing. Never does it save the
 * page that lies behind.
 */
export function useSaveRests(isOpen: boolean): void {
  useShortcuts(
    isOpen
      ? [{ keys: 'ctrl+s', label: 'app.shortcut.save', run: () => {}, inDialog: true, keyOnly: true }]
      : [],
  );
}

/** All shortcuts that hold now; where two share a combination, the newer one. */
export function useRegisteredShortcuts(): Shortcut[] {
  const groups = useSyncExternalStore(subscribe, () => registered);
  const seen = new Set<string>();
  return groups.flat().filter((shortcut) => !seen.has(shortcut.keys) && seen.add(shortcut.keys));
}

/** Whether the element has an undo and letters of its own. */
function isTextField(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !/^(button|checkbox|radio|submit|reset|range|file)$/u.test(target.type)
  );
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], dialog[open]') !== null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const { target } = event;
  const inText = isTextField(target);
  const ownUndo = inText && target.dataset.ownUndo !== 'false';
  for (const shortcut of registered.flat()) {
    const combination = parseKeys(shortcut.keys);
    if (!matches(combination, event)) continue;
    if ((ownUndo && shortcut.notInText) || (inText && isBareKey(combination))) continue;
    if (!shortcut.inDialog && isDialogOpen()) continue;
    event.preventDefault();
    if (!event.repeat) shortcut.run();
    return;
  }
}

/** Ctrl+Shift and Ctrl+Enter belong to the page: an editor takes the first for its own Ctrl+B, and every Enter. */
function onEarlyKeyDown(event: KeyboardEvent): void {
  // Held down on a button, Enter would go on to press what the dialog offers first: an issue cannot be taken back.
  if (event.repeat && event.key === 'Enter' && event.target instanceof HTMLButtonElement) {
    event.preventDefault();
    return;
  }
  const topmost = registered.flat().find(({ isTopmost }) => isTopmost);
  if (topmost && matches(parseKeys(topmost.keys), event)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    topmost.run();
    return;
  }
  if (!(event.ctrlKey || event.metaKey) || !(event.shiftKey || event.key === 'Enter')) return;
  onKeyDown(event);
  if (event.defaultPrevented) event.stopPropagation();
}

/** Starts listening for keys; returns how to stop. Called once, by the app. */
export function followKeys(): () => void {
  window.addEventListener('keydown', onEarlyKeyDown, true);
  window.addEventListener('keydown', onKeyDown);
  return () => {
    window.removeEventListener('keydown', onEarlyKeyDown, true);
    window.removeEventListener('keydown', onKeyDown);
  };
}
