import type { KeyboardEvent } from 'react';

const fields = 'input:not([type="hidden"]), textarea, select, button, [contenteditable="true"]';

/**
 * Enter goes on to the next field of the form, as on paper, and from the last one to `end`; lists that are open, buttons
 * and long text keep theirs.
 */
export function enterGoesOn(event: KeyboardEvent<HTMLElement>, end?: () => void): void {
  const target = event.target;
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey || event.defaultPrevented)
    return;
  if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-expanded') === 'true') return;
  event.preventDefault();
  // Held down it would run through fields that nobody has looked at.
  if (event.repeat) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(fields)].filter(
    (field) => field.tabIndex >= 0 && !field.hasAttribute('disabled'),
  );
  const next = all[all.indexOf(target) + 1];
  if (!next) end?.();
  next?.focus();
  // As Tab does: what is typed takes the place of what stands there.
  if (next instanceof HTMLInputElement) next.select();
}
