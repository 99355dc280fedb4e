import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { bridge, client, wireOf } from '#renderer/lib/client.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
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

/**
 * The pages of what is being typed. `touch` after each change costs nothing; `read` is asked when pages are set, and
 * says null while what is typed cannot be printed (then the last pages stay).
 */
export function useLivePages(
  read: () => PrintSource | null,
  isShown: boolean,
): Pages & { touch: () => void } {
  const [state, setState] = useState<Pages>({ pages: null, error: null, pending: true });
  const newest = useRef(read);
  newest.current = read;
  const loop = useRef<LatestOnly | null>(null);

  useEffect(() => {
    if (!isShown) return;
    let gone = false;
    const work = latestOnly(async () => {
      const source = newest.current();
      if (!source || gone) return;
      setState((old) => ({ ...old, pending: true }));
      try {
        const { pages } = await client.print.preview({ source });
        if (!gone) setState({ pages, error: null, pending: false });
      } catch (error) {
        if (!gone) setState((old) => ({ ...old, error: wireOf(error), pending: false }));
      }
    }, typingInterval);
    loop.current = work;
    work.touch();
    // What the pages refer to (names, indicators) may have changed.
    const unsubscribe = bridge().subscribe((event) => {
      if (event.kind === 'changed') work.touch();
    });
    return () => {
      gone = true;
      loop.current = null;
      work.stop();
      unsubscribe();
    };
  }, [isShown]);

  return { ...state, touch: useCallback(() => loop.current?.touch(), []) };
}
