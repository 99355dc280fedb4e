/** So many places are remembered: behind a dialog there may be a menu, and behind that the text. */
const most = 12;

/** Longer than a dialog takes to choose its own first focus. */
const settleMs = 60;

const dialogs = '[role="dialog"][aria-modal="true"]';
const choices = 'input, textarea, button, [tabindex="0"]';

let visited: readonly HTMLElement[] = [];
/** In a dialog, or in a panel beside the text. */
let isAside = false;

function onFocusIn({ target }: FocusEvent): void {
  if (!(target instanceof HTMLElement)) return;
  visited = [target, ...visited.filter((other) => other !== target)].slice(0, most);
  isAside = target.closest('[role="dialog"], dialog, aside') !== null;
}

function onChange(changes: readonly MutationRecord[]): void {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) if (node instanceof HTMLElement) enterLater(node);
  }
  if (isAside && document.activeElement === document.body) goBack();
}

/** Where a dialog or a panel took the focus with it, what had it before gets it back. */
function goBack(): void {
  isAside = false;
  // A dialog below the one that closed keeps the keys to itself.
  const below = [...document.querySelectorAll(dialogs)].at(-1);
  visited = visited.filter(({ isConnected }) => isConnected);
  for (const element of visited) {
    if (below && !below.contains(element)) continue;
    element.focus({ preventScroll: true });
    if (document.activeElement === element) return;
  }
}

/** A button that is still off when its dialog comes takes no focus: the keys would go on into what lies behind. */
function enterLater(added: HTMLElement): void {
  const dialog = added.matches(dialogs) ? added : added.querySelector(dialogs);
  if (!dialog) return;
  setTimeout(() => {
    if (!dialog.isConnected || dialog.contains(document.activeElement)) return;
    const all = [...dialog.querySelectorAll<HTMLElement>(choices)];
    const [first, second] = all.filter((element) => !element.matches(':disabled') && element.tabIndex >= 0);
    // The first one closes the dialog.
    (second ?? first)?.focus();
  }, settleMs);
}

/**
 * Gives the focus back to what had it when a dialog or panel came, so that a typist goes on where the cursor was. Dialogs
 * here are taken off the page at once, which their own return of the focus does not see. Returns how to stop.
 */
export function followFocus(): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', onFocusIn);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocusIn);
  };
}
