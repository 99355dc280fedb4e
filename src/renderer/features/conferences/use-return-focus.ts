import { useEffect, useState } from 'react';

/** Gives the focus back to what had it when the dialog came: a dialog that is taken off the page at once forgets it. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}
