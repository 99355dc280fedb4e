/**
 * As a `ref`: takes the focus within the key that opened the dialog. The dialog itself takes it a moment later, and what
 * a quick typist presses in between would go into the page behind it.
 */
export function focusAtOnce(element: HTMLElement | null): void {
  element?.focus();
}
