import { useDeferredValue, useMemo, useState } from 'react';
import { fold } from '#shared/text/fold.ts';
import {
  filterWords,
  matchesFilter,
  nextSort,
  recall,
  remember,
  type Sort,
  type SortValue,
  sortRows,
} from './list-view.ts';

type Options<T> = {
  id: string;
  items: readonly T[];
  rowKey: (item: T) => string;
  searchText: (item: T) => string;
  sortValue: (column: string) => ((item: T) => SortValue) | undefined;
  initialSort: Sort | null;
};

/** The state of a list (filter, order, marked row) and the rows that follow from it; kept under its id. */
export function useList<T extends object>({
  id,
  items,
  rowKey,
  searchText,
  sortValue,
  initialSort,
}: Options<T>) {
  const memory = useMemo(() => recall(id, initialSort), [id, initialSort]);
  const [filter, setFilter] = useState(memory.filter);
  const [sort, setSort] = useState(memory.sort);
  const [active, setActive] = useState(memory.active);

  // Long lists are filtered and sorted behind the typing, never before the next letter shows.
  const wanted = useDeferredValue(filter);
  const order = useDeferredValue(sort);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of a row follow from the row alone
  const folded = useMemo(() => {
    const known = new WeakMap<T, string>();
    return (item: T) => {
      const text = known.get(item) ?? fold(searchText(item));
      known.set(item, text);
      return text;
    };
  }, [items]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a column sorts by follows from its id alone
  const sorted = useMemo(() => {
    const value = order && sortValue(order.column);
    return value ? sortRows(items, value, order.descending) : items;
  }, [items, order]);
  const rows = useMemo(() => {
    const words = filterWords(wanted);
    return words.length === 0 ? sorted : sorted.filter((item) => matchesFilter(folded(item), words));
  }, [sorted, wanted, folded]);

  const found = active === null ? -1 : rows.findIndex((row) => rowKey(row) === active);
  return {
    rows,
    filter,
    sort,
    /** The marked row; the first one when there was none. */
    activeIndex: found >= 0 ? found : 0,
    offset: memory.offset,
    setFilter: (text: string) => {
      setFilter(text);
      setActive(null);
      remember(id, { filter: text, active: null });
    },
    sortBy: (column: string) => {
      const next = nextSort(sort, column);
      setSort(next);
      remember(id, { sort: next });
    },
    mark: (index: number) => {
      const row = rows[index];
      if (!row) return;
      setActive(rowKey(row));
      remember(id, { active: rowKey(row) });
    },
    scrolled: (offset: number) => remember(id, { offset }),
  };
}
