import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { theBridge } from '#renderer/lib/bridge.ts';
import { client, wireOf } from '#renderer/lib/client.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import type { WireError } from '#shared/errors.ts';
import type { PrintSource, ViewedPage } from '#shared/features/print/contract.ts';
import { type LatestOnly, latestOnly } from './latest-only.ts';
import { joinedPages, type PageRange } from './page-range.ts';

export type Pages = {
  /** The newest pages there are; older ones stay until newer ones are set. */
  pages: readonly ViewedPage[] | null;
  error: WireError | null;
  /** Newer pages are being set. */
  pending: boolean;
  /** Says which pages are looked at, where only those are drawn. */
  look?: (range: PageRange) => void;
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
  return useLatestPages((range) => {
    const source = read();
    return source && client.print.view({ source, ...range });
  }, isShown);
}

type LatestPages = Pages & { touch: () => void; look: (range: PageRange) => void };
type SetPages = (range: PageRange) => Promise<{ pages: readonly ViewedPage[] }> | null;

/**
 * Pages that follow typing. `touch` after each change costs nothing; `set` is asked for the pages when it is time for
 * them, those in the range at least, and says null while there are none to be set (then the last pages stay).
 */
export function useLatestPages(set: SetPages, isShown: boolean): LatestPages {
  const [state, setState] = useState<Pages>({ pages: null, error: null, pending: true });
  const newest = useRef(set);
  newest.current = set;
  const running = useRef<LatestOnly | null>(null);
  const range = useRef<PageRange>({ from: 1, to: 2 });
  // Whether something may have changed since the last pages, or only the clerk looks at others.
  const isNewer = useRef(true);

  useEffect(() => {
    if (!isShown) return;
    let gone = false;
    const loop = latestOnly(async () => {
      const work = gone ? null : newest.current(range.current);
      if (!work) return;
      const replacesAll = isNewer.current;
      isNewer.current = false;
      setState((old) => ({ ...old, pending: true }));
      try {
        const { pages } = await work;
        if (gone) return;
        setState((old) => ({
          pages: replacesAll ? pages : joinedPages(old.pages, pages),
          error: null,
          pending: false,
        }));
      } catch (error) {
        isNewer.current ||= replacesAll;
        if (!gone) setState((old) => ({ ...old, error: wireOf(error), pending: false }));
      }
    }, typingInterval);
    running.current = loop;
    isNewer.current = true;
    loop.touch();
    // What the pages refer to (names, indicators) may have changed.
    const unsubscribe = theBridge().subscribe((event) => {
      if (event.kind !== 'changed') return;
      isNewer.current = true;
      loop.touch();
    });
    return () => {
      gone = true;
      running.current = null;
      loop.stop();
      unsubscribe();
    };
  }, [isShown]);

  const touch = useCallback(() => {
    isNewer.current = true;
    running.current?.touch();
  }, []);
  const { pages } = state;
  const look = useCallback(
    (wanted: PageRange) => {
      range.current = wanted;
      if (pages?.slice(wanted.from - 1, wanted.to).some(({ svg }) => svg === null)) running.current?.touch(0);
    },
    [pages],
  );
  return { ...state, touch, look };
}
