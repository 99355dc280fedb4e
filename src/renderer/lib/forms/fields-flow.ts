import type { KeyboardEvent } from 'react';

/** What is filled in, and what saves it. Buttons that add, remove or leave are no fields: Enter would do what nobody asked for. */
const fields =
  'input:not([type="hidden"]), textarea, select, [contenteditable="true"], button[type="submit"], button[aria-keyshortcuts~="Control+S"]';

type FlowProps = {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
};

/**
 * Enter goes on to the next field of the form, as on paper, and from the last one to `end`; buttons and long text keep
 * theirs. In a field with a list it takes what was typed for or moved to, and otherwise goes on: a list is opened by
 * letters, arrows, Space or the mouse.
 */
export function enterFlow(end?: () => void): FlowProps {
  return {
    onKeyDown: (event) => {
      if (!event.defaultPrevented) goOn(event, end);
    },
    // Before the library, which would open the list of a field that has no letters.
    onKeyDownCapture: (event) => {
      if (!isClosedChoice(event.target) || !goOn(event, end)) return;
      event.stopPropagation();
    },
  };
}

function isClosedChoice(target: EventTarget): boolean {
  return (
    target instanceof HTMLInputElement &&
    target.readOnly &&
    target.getAttribute('role') === 'combobox' &&
    target.getAttribute('aria-expanded') !== 'true'
  );
}

function goOn(event: KeyboardEvent<HTMLElement>, end?: () => void): boolean {
  const { target } = event;
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey) return false;
  if (!(target instanceof HTMLInputElement)) return false;
  // What is open below it and no list (a calendar) has the key.
  if (target.getAttribute('aria-expanded') === 'true' && target.getAttribute('role') !== 'combobox')
    return false;
  event.preventDefault();
  // Held down it would run through fields that nobody has looked at.
  if (event.repeat) return true;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(fields)].filter(
    (field) => field.tabIndex >= 0 && !field.hasAttribute('disabled'),
  );
  const next = all[all.indexOf(target) + 1];
  if (!next) end?.();
  next?.focus();
  // As Tab does: what is typed takes the place of what stands there.
  if (next instanceof HTMLInputElement) next.select();
  return true;
}
