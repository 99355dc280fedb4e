import type { ViewedPage } from '#shared/features/print/contract.ts';

/** Pages by their number from 1, both ends included. */
export type PageRange = { from: number; to: number };

/** From the first to the last of the pages; null for none. */
export function rangeOf(numbers: ReadonlySet<number>): PageRange | null {
  return numbers.size === 0 ? null : { from: Math.min(...numbers), to: Math.max(...numbers) };
}

/** The pages as newly counted, with the drawings that there already were where no new one is. */
export function joinedPages(
  old: readonly ViewedPage[] | null,
  next: readonly ViewedPage[],
): readonly ViewedPage[] {
  if (old?.length !== next.length) return next;
  return next.map((page, i) => (page.svg === null ? (old[i] ?? page) : page));
}
