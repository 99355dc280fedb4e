import { bareItem } from '#shared/paper/bare-item.ts';

/** What the guideline puts after each item, and after the last. */
export type Ends = { end: string; lastEnd: string };

/** Items with the mark that the guideline puts after each and after the last, whichever way they were typed. */
export function endedItems(items: readonly string[], ends: Ends): string[] {
  return items.map((item, i) => {
    const bare = bareItem(item);
    const end = i === items.length - 1 ? ends.lastEnd : ends.end;
    return `${bare}${end.startsWith('.') && bare.endsWith('.') ? end.slice(1) : end}`;
  });
}
