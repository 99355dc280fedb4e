import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { bridge, client, wireOf } from '#renderer/lib/client.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import type { Output } from '#shared/contract.ts';
import type { WireError } from '#shared/errors.ts';
import type { PrintedPage, PrintSource } from '#shared/features/print/contract.ts';
import { type LatestOnly, latestOnly } from './latest-only.ts';

export type Pages = {
  /** The newest pages there are; older ones stay until newer ones are set. */
  pages: readonly PrintedPage[] | null;
  error: WireError | null;
  /** Newer pages are being set. */
  pending: boolean;
};

/** The pages of what is stored. */
export function usePages(source: PrintSource): Pages {
  const { data, error, isFetching } = useQuery({
    ...methodQuery('print.preview', { source }),
    placeholderData: keepPreviousData,
  });
  return { pages: data?.pages ?? null, error: error && wireOf(error), pending: isFetching };
}

const typingInterval = 150;

/** The pages of what is being typed; `read` says null while that cannot be printed. */
export function useLivePages(
  read: () => PrintSource | null,
  isShown: boolean,
): Pages & { touch: () => void } {
  return useLatestPages(() => {
    const source = read();
    return source && client.print.preview({ source });
  }, isShown);
}

/**
 * Pages that follow typing. `touch` after each change costs nothing; `set` is asked for the pages when it is time for
 * them, and says null while there are none to be set (then the last pages stay).
 */
export function useLatestPages(
  set: () => Promise<Pick<Output<'print.preview'>, 'pages'>> | null,
  isShown: boolean,
): Pages & { touch: () => void } {
  const [state, setState] = useState<Pages>({ pages: null, error: null, pending: true });
  const newest = useRef(set);
  newest.current = set;
  const running = useRef<LatestOnly | null>(null);

  useEffect(() => {
    if (!isShown) return;
    let gone = false;
    const loop = latestOnly(async () => {
      const work = gone ? null : newest.current();
      if (!work) return;
      setState((old) => ({ ...old, pending: true }));
      try {
        const { pages } = await work;
        if (!gone) setState({ pages, error: null, pending: false });
      } catch (error) {
        if (!gone) setState((old) => ({ ...old, error: wireOf(error), pending: false }));
      }
    }, typingInterval);
    running.current = loop;
    loop.touch();
    // What the pages refer to (names, indicators) may have changed.
    const unsubscribe = bridge().subscribe((event) => {
      if (event.kind === 'changed') loop.touch();
    });
    return () => {
      gone = true;
      running.current = null;
      loop.stop();
      unsubscribe();
    };
  }, [isShown]);

  return { ...state, touch: useCallback(() => running.current?.touch(), []) };
}
