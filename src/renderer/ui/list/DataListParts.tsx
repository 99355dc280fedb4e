// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that come and go while scrolling
import '#renderer/ui/library-styles.ts';
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './DataList.module.css';
import type { Sort, SortValue } from './list-view.ts';

export type Column<T> = {
  id: string;
  header: string;
  cell: (item: T) => ReactNode;
  /** Without it the column does not sort. */
  sortValue?: (item: T) => SortValue;
  /** A CSS grid track: "120px", "minmax(0, 2fr)". */
  width?: string;
  align?: 'start' | 'end' | 'center';
};

type RowProps<T> = {
  id: string;
  index: number;
  /** Pixels from the top of the list. */
  start: number;
  marked: boolean;
  item: T;
  columns: readonly Column<T>[];
  menu: ((item: T) => ReactNode) | undefined;
  onOpen: () => void;
};

export function Row<T>({ id, index, start, marked, item, columns, menu, onOpen }: RowProps<T>) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all its rows
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={marked}
      tabIndex={-1}
      className={classes.row}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onOpen}
    >
      {columns.map((column) => (
        <div key={column.id} role="gridcell" tabIndex={-1} className={classes.cell} data-align={column.align}>
          {column.cell(item)}
        </div>
      ))}
      {menu && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click in the menu from opening the row
        <div role="gridcell" tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          {menu(item)}
        </div>
      )}
    </div>
  );
}

type HeadCellProps<T> = { column: Column<T>; sort: Sort | null; onSort: (column: string) => void };

export function HeadCell<T>({ column, sort, onSort }: HeadCellProps<T>) {
  const sorted = sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : 'none';
  if (!column.sortValue) {
    return (
      <div role="columnheader" tabIndex={-1} className={classes.headCell} data-align={column.align}>
        {column.header}
      </div>
    );
  }
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={sorted}
      className={classes.headCell}
      data-align={column.align}
    >
      <UnstyledButton className={classes.sort} data-sorted={sorted} onClick={() => onSort(column.id)}>
        {column.header}
      </UnstyledButton>
    </div>
  );
}
