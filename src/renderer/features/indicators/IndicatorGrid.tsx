import { useCallback, useEffect, useRef, useState } from 'react';
import { RecordHistory } from '#renderer/features/journal/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { RecoveredNote } from '#renderer/ui/RecoveredNote.tsx';
import { columnIds } from './columns.ts';
import { GridRow } from './GridRow.tsx';
import classes from './indicators.module.css';
import { type GridOptions, useGrid } from './use-grid.ts';
import { WaitingNote } from './WaitingNote.tsx';

/** Works like Excel: arrows move, typing or Enter edits, Enter and Tab save the cell and go on, Esc leaves it as it was. */
export function IndicatorGrid(props: GridOptions) {
  const t = useT();
  const table = useRef<HTMLTableElement>(null);
  const { rows, mayWrite } = props;
  const grid = useGrid(props);
  const newest = useRef(grid);
  newest.current = grid;
  const [historyOf, setHistoryOf] = useState<string | null>(null);
  const { row, column } = grid.state.place;
  const onRemove = useCallback((id: string) => newest.current.remove(id), []);

  useEffect(() => {
    table.current
      ?.querySelector(`[data-cell="${row}:${column}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [row, column]);

  function onKeyDown(event: React.KeyboardEvent): void {
    if (!(event.target instanceof Element) || !event.target.closest('[data-cell]')) return;
    if (!grid.onKey(event)) return;
    if (event.target instanceof HTMLSelectElement) event.target.showPicker();
  }

  function onMouseDown(event: React.MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const cell = event.target.closest('[data-cell]')?.getAttribute('data-cell');
    const [toRow = 0, toColumn = 0] = (cell ?? '').split(':').map(Number);
    if (!cell || (toRow === row && toColumn === column)) return;
    // The cell's own field takes the focus when it is there.
    event.preventDefault();
    grid.goTo({ row: toRow, column: toColumn });
  }

  return (
    <>
      <RecoveredNote
        saved={{
          recovered: grid.loose,
          savedSince: null,
          useRecovered: () => undefined,
          dropRecovered: grid.dropLoose,
        }}
      />
      <WaitingNote grid={grid} />
      <div className={classes.scroller}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is worked in like a grid
          role="grid"
          aria-label={t('indicators.title')}
          aria-rowcount={rows.length + (mayWrite ? 2 : 1)}
          className={classes.grid}
          onKeyDown={onKeyDown}
          onMouseDown={onMouseDown}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) grid.onBlur();
          }}
        >
          <thead>
            <tr>
              <th className={classes.number} scope="col">
                {t('indicators.column.order')}
              </th>
              {columnIds.map((id) => (
                <th key={id} scope="col" data-column={id}>
                  {t(`indicators.column.${id}`)}
                </th>
              ))}
              <th className={classes.menuCell} aria-label={t('ui.action.more')} />
            </tr>
          </thead>
          <tbody>
            {[...rows, ...(mayWrite ? [null] : [])].map((item, index) => (
              <GridRow
                key={item?.id ?? 'new'}
                index={index}
                id={item?.id ?? null}
                fields={item ?? grid.draft}
                active={index === row ? column : -1}
                grid={index === row ? grid : null}
                onHistory={setHistoryOf}
                onRemove={mayWrite ? onRemove : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      {mayWrite && <p className={classes.keys}>{t('indicators.keys')}</p>}
      {historyOf && <RecordHistory id={historyOf} opened onClose={() => setHistoryOf(null)} />}
    </>
  );
}
