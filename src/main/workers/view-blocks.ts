/** Blocks of a body by their index, both ends included. */
export type BlockRange = { first: number; last: number };

/** Short lines in the pitch of a body fill a page with about so many; a wrong guess costs time and nothing else. */
const blocksOfPage = 12;

export function firstGuess(toPage: number): BlockRange {
  return { first: 0, last: toPage * blocksOfPage };
}

/**
 * The blocks of which some part is on pages `from` to `to`, counted from 1.
 * @param pages the page on which each block begins
 * @returns null when nothing is known of the blocks
 */
export function blocksOnPages(pages: readonly number[], from: number, to: number): BlockRange | null {
  if (pages.length === 0) return null;
  // A block reaches as far as the beginning of the next, the last one as far as it likes.
  const first = pages.findIndex((_, i) => (pages[i + 1] ?? Number.POSITIVE_INFINITY) >= from);
  return { first, last: pages.findLastIndex((page) => page <= to) };
}
