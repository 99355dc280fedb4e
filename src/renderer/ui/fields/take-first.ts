import type { KeyboardEvent } from 'react';

/**
 * The list below a field marks its first line at a letter. What came to the list later, or as the list opened again,
 * has no mark, and Enter would take nothing: then the first line is what was meant.
 */
export function takeFirst(event: KeyboardEvent<HTMLInputElement>): void {
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
  if (!list || list.querySelector('[data-combobox-selected]')) return;
  const first = list.querySelector<HTMLElement>('[data-combobox-option]');
  if (!first) return;
  event.preventDefault();
  first.click();
}
