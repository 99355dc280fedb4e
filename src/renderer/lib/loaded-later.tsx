import { type ComponentType, type ReactNode, useEffect, useReducer } from 'react';

type Load<P> = () => Promise<ComponentType<P>>;

/** What may be fetched before it is asked for, in the order in which it was named; parts of parts follow their whole. */
const ahead: (() => Promise<unknown>)[] = [];
let isFetching = false;

/**
 * A component whose code is not part of the first load. Once it is there it is drawn at once: `lazy` under `Suspense` holds
 * what it reveals back until 300 ms after the last fallback, and again for each part within.
 * @param fallback until then
 */
export function loadedLater<P extends object>(load: Load<P>, fallback: ReactNode = null): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<void> | null = null;
  // One that failed is tried again by whoever asks next.
  const fetch = () => {
    loading ??= load().then(
      (component) => {
        loaded = component;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  ahead.push(fetch);

  return function LoadedLater(props: P) {
    const [failure, arrived] = useReducer((_: unknown, error: unknown) => error ?? true, null);
    useEffect(() => {
      if (!loaded) fetch().then(() => arrived(null), arrived);
    }, []);
    if (loaded) {
      const Component = loaded;
      return <Component {...props} />;
    }
    if (failure instanceof Error) throw failure;
    return fallback;
  };
}

/** Fetches what is still to come, one by one, while the page rests. To be called when the window can be used. */
export async function fetchAhead(): Promise<void> {
  if (isFetching) return;
  isFetching = true;
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    await new Promise((resolve) => requestIdleCallback(resolve));
    // Whoever opens it hears of what fails.
    await next().catch(() => undefined);
  }
  isFetching = false;
}
