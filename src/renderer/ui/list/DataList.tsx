// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that come and go while scrolling
import '#renderer/ui/library-styles.ts';
import { TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { SearchIcon } from '#renderer/ui/icons.tsx';
import classes from './DataList.module.css';
import { type Column, HeadCell, Row } from './DataListParts.tsx';
import { moved, type Sort } from './list-view.ts';
import { useList } from './use-list.ts';

const rowHeight = 34;

export type { Column };

export type DataListProps<T> = {
  /** Under which filter, order, mark and place are kept while another page is shown. */
  id: string;
  /** What the list holds, for screen readers. */
  label: string;
  items: readonly T[];
  columns: readonly Column<T>[];
  rowKey: (item: T) => string;
  searchText: (item: T) => string;
  /** Enter or a click; left out where a row has nothing behind it. */
  onOpen?: (item: T) => void;
  /** Keep it outside the component, or its identity stable. */
  initialSort?: Sort | null;
  /** Shown while there are no items at all. */
  empty?: ReactNode;
  /** Beside the filter: choices that narrow the list; given the rows that the filter leaves. */
  toolbar?: ReactNode | ((rows: readonly T[]) => ReactNode);
  /** Space marks a row, Ctrl+A all that the filter leaves. */
  marking?: { onToggle: (item: T) => void; onAll: (rows: readonly T[]) => void };
  /** At the end of each row: a menu, a button. */
  rowMenu?: (item: T) => ReactNode;
  /** Off where the list is not the main thing of its page. */
  autoFocus?: boolean;
};

/** Type to filter, ↑↓ Home End PgUp PgDn move, Enter opens; 100,000 rows, of which only those in sight exist. */
export function DataList<T extends object>(props: DataListProps<T>) {
  const { columns, onOpen, rowKey, items, autoFocus = true, initialSort = null } = props;
  const t = useT();
  const domId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const list = useList({
    id: props.id,
    items,
    rowKey,
    searchText: props.searchText,
    sortValue: (column) => columns.find(({ id }) => id === column)?.sortValue,
    initialSort,
  });
  const { rows, activeIndex } = list;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: list.offset,
    getItemKey: (index) => {
      const row = rows[index];
      return row ? rowKey(row) : index;
    },
  });

  // Back on the page: the marked row is in sight even when the rows above it changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list appears
  useEffect(() => {
    if (activeIndex > 0) virtual.scrollToIndex(activeIndex);
  }, []);

  // The button that began the marking is gone: its keys begin here.
  const isMarking = props.marking !== undefined;
  useEffect(() => {
    if (isMarking) filter.current?.focus();
  }, [isMarking]);

  function onKeyDown(event: KeyboardEvent): void {
    if (marks(event)) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const inFilter = event.target instanceof HTMLInputElement;
    // In a filter with text, Home and End belong to the text.
    if (inFilter && list.filter !== '' && (event.key === 'Home' || event.key === 'End')) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const target = moved(event.key, activeIndex, rows.length, page);
    if (target !== null && rows.length > 0) {
      event.preventDefault();
      list.mark(target);
      virtual.scrollToIndex(target);
      return;
    }
    const row = rows[activeIndex];
    if (event.key === 'Enter' && row) {
      event.preventDefault();
      list.mark(activeIndex);
      onOpen?.(row);
    }
    if (event.key === 'Escape' && list.filter !== '') {
      event.preventDefault();
      list.setFilter('');
    }
  }

  /** In a filter with text, blanks and Ctrl+A belong to the text. */
  function marks(event: KeyboardEvent): boolean {
    const { marking } = props;
    const inText = event.target instanceof HTMLInputElement && list.filter !== '';
    if (!marking || inText || event.altKey || event.metaKey) return false;
    const row = rows[activeIndex];
    if (event.key === ' ' && !event.ctrlKey && row) marking.onToggle(row);
    else if (event.key === 'a' && event.ctrlKey) marking.onAll(rows);
    else return false;
    event.preventDefault();
    return true;
  }

  const toolbar = typeof props.toolbar === 'function' ? props.toolbar(rows) : props.toolbar;
  if (items.length === 0) {
    return (
      <div className={classes.list}>
        {toolbar && <div className={classes.tools}>{toolbar}</div>}
        {props.empty}
      </div>
    );
  }
  const tracks = [
    ...columns.map(({ width }) => width ?? 'minmax(0, 1fr)'),
    ...(props.rowMenu ? ['36px'] : []),
  ];
  const rowId = (index: number) => `${domId}-${index}`;

  return (
    <div className={classes.list} style={{ '--tracks': tracks.join(' ') } as CSSProperties}>
      <div className={classes.tools}>
        <TextInput
          ref={filter}
          role="searchbox"
          data-own-undo="false"
          aria-label={t('ui.list.filter')}
          aria-controls={domId}
          aria-activedescendant={rows.length > 0 ? rowId(activeIndex) : undefined}
          placeholder={t('ui.list.filter')}
          leftSection={<SearchIcon />}
          value={list.filter}
          autoFocus={autoFocus}
          className={classes.filter}
          onChange={(event) => list.setFilter(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {toolbar}
        <span className={classes.count} role="status">
          {t('ui.list.count', { shown: rows.length, all: items.length })}
        </span>
      </div>
      <div
        ref={scroller}
        id={domId}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={rows.length > 0 ? rowId(activeIndex) : undefined}
        tabIndex={0}
        className={classes.scroller}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget) onKeyDown(event);
        }}
        onScroll={(event) => list.scrolled(event.currentTarget.scrollTop)}
      >
        <div role="row" aria-rowindex={1} tabIndex={-1} className={classes.head}>
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sort={list.sort} onSort={list.sortBy} />
          ))}
          {props.rowMenu && <span />}
        </div>
        {rows.length === 0 && <p className={classes.none}>{t('ui.list.none', { text: list.filter })}</p>}
        <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const item = rows[index];
            if (!item) return null;
            return (
              <Row
                key={key}
                id={rowId(index)}
                index={index}
                start={start}
                marked={index === activeIndex}
                item={item}
                columns={columns}
                menu={props.rowMenu}
                onOpen={() => {
                  list.mark(index);
                  onOpen?.(item);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
