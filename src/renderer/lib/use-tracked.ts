import { useRef, useSyncExternalStore } from 'react';

/**
 * A value from a store that renders the component again only when the component reads it: a form that does not show
 * its state is not rendered while somebody types.
 */
export function useTracked<V>(subscribe: (listener: () => void) => () => void, read: () => V): () => V {
  const used = useRef(false);
  useSyncExternalStore(subscribe, () => (used.current ? read() : undefined));
  return () => {
    used.current = true;
    return read();
  };
}
