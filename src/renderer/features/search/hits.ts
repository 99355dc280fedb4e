import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { methodQuery } from '#renderer/lib/query-client.ts';
import type { Output } from '#shared/contract.ts';
import type { HitKind } from '#shared/features/search/contract.ts';

/** Not at each letter: a word is several. */
const pause = 120;
/** One letter is in everything. */
const shortest = 2;

export type Hits = Output<'search.find'> & {
  /** What they were looked for by: may lag behind what is typed. */
  text: string;
  isLooking: boolean;
  error: Error | null;
};

export function useHits(typed: string, limit: number, kinds?: readonly HitKind[]): Hits {
  const [text] = useDebouncedValue(typed.trim(), pause);
  const isMeant = text.length >= shortest;
  const { data, isFetching, error } = useQuery({
    ...methodQuery('search.find', { text, limit, ...(kinds && { kinds: [...kinds] }) }),
    enabled: isMeant,
    placeholderData: keepPreviousData,
  });
  const found = isMeant && data ? data : { total: 0, hits: [] };
  return { ...found, text, isLooking: isMeant && isFetching, error: isMeant ? error : null };
}
