import { fold } from '#shared/text/fold.ts';
import { compareText } from '#shared/text/sort.ts';

export type Sort = { column: string; descending: boolean };

export type SortValue = string | number | null;

/** What a list remembers while another page is shown. */
export type ListMemory = { filter: string; sort: Sort | null; active: string | null; offset: number };

const memories = new Map<string, ListMemory>();

export function recall(id: string, sort: Sort | null): ListMemory {
  const memory = memories.get(id) ?? { filter: '', sort, active: null, offset: 0 };
  memories.set(id, memory);
  return memory;
}

export function remember(id: string, part: Partial<ListMemory>): void {
  memories.set(id, { ...recall(id, null), ...part });
}

/** Every word of the filter must occur, in any order, without regard to case and marks ("nghi quyet 13"). */
export function matchesFilter(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

export function filterWords(filter: string): string[] {
  return fold(filter).split(/\s+/u).filter(Boolean);
}

/** Vietnamese order for text, size for numbers; what has no value stands last either way. */
function compareValues(a: SortValue, b: SortValue, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
  return descending ? -order : order;
}

/** A sorted copy; equal rows keep their order. Values are taken once per row, not once per comparison. */
export function sortRows<T>(rows: readonly T[], value: (row: T) => SortValue, descending: boolean): T[] {
  return rows
    .map((row) => ({ row, value: value(row) }))
    .sort((a, b) => compareValues(a.value, b.value, descending))
    .map(({ row }) => row);
}

/** Where a key moves the mark in a list; null when the key means nothing here. */
export function moved(key: string, from: number, count: number, page: number): number | null {
  const last = count - 1;
  const target = {
    ArrowUp: from - 1,
    ArrowDown: from + 1,
    PageUp: from - page,
    PageDown: from + page,
    Home: 0,
    End: last,
  }[key];
  return target === undefined ? null : Math.max(0, Math.min(last, target));
}

/** A press on a column: up, then down, then as it came. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}
