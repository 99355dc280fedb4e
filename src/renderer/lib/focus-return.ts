/** So many places are remembered: behind a dialog there may be a menu, and behind that the text. */
const most = 12;

let visited: readonly HTMLElement[] = [];
/** In a dialog, or in a panel beside the text. */
let isAside = false;

function onFocusIn({ target }: FocusEvent): void {
  if (!(target instanceof HTMLElement)) return;
  visited = [target, ...visited.filter((other) => other !== target)].slice(0, most);
  isAside = target.closest('[role="dialog"], aside') !== null;
}

/** The page changed: where a dialog or a panel took the focus with it, what had it before gets it back. */
function onChange(): void {
  if (!isAside || document.activeElement !== document.body) return;
  isAside = false;
  // A dialog below the one that closed keeps the keys to itself.
  const below = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1);
  visited = visited.filter(({ isConnected }) => isConnected);
  for (const element of visited) {
    if (below && !below.contains(element)) continue;
    element.focus({ preventScroll: true });
    if (document.activeElement === element) return;
  }
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
