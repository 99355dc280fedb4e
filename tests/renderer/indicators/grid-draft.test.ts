import { describe, expect, it } from 'vitest';
import { columnIds, newRow } from '#renderer/features/indicators/columns.ts';
import {
  firstState,
  type GridDraft,
  gridDraft,
  hasRow,
  type OpenCell,
  openedAt,
  restored,
} from '#renderer/features/indicators/grid-draft.ts';
import { withFigures } from '#renderer/features/indicators/summary.ts';

const year = '2021';
const empty = { row: newRow(year), open: null, waiting: [] };
const named = { ...newRow(year), name: 'Tỷ lệ hộ nghèo' };
const rowOf = (id: string, name: string, actual: string | null = null) =>
  withFigures({
    ...newRow(year),
    id,
    listOrder: 1,
    name,
    unit: 'ha',
    plan: '100',
    actual,
    percent: null,
    result: null,
  });
const rows = [rowOf('a', 'Diện tích cây mì', '43.7'), rowOf('b', 'Diện tích cây ngô')];
const cellIn = (id: string | null, text: string, more: Partial<OpenCell> = {}): OpenCell => ({
  id,
  name: 'Diện tích cây mì',
  column: 'actual',
  was: id === 'a' ? '43,7' : '',
  text,
  ...more,
});
const draftWith = (changes: Partial<GridDraft>): GridDraft => ({
  row: null,
  open: null,
  waiting: [],
  ...changes,
});

describe('gridDraft', () => {
  it('is nothing when nothing would be lost', () => {
    expect(gridDraft(empty)).toBeNull();
  });

  it('holds the row that is begun, the open cell and what waits', () => {
    expect(gridDraft({ ...empty, row: named })).toEqual(draftWith({ row: named }));
    expect(gridDraft({ ...empty, open: cellIn('a', 'xyz') })).toEqual(
      draftWith({ open: cellIn('a', 'xyz') }),
    );
    expect(gridDraft({ ...empty, waiting: [cellIn('a', '5')] })?.waiting).toHaveLength(1);
  });
});

describe('restored', () => {
  it('begins empty without a draft', () => {
    expect(restored(null, year, rows)).toEqual(empty);
    expect(firstState(empty, rows).place).toEqual({ row: 0, column: 0 });
  });

  it('goes on in the row that is begun, where it needs something', () => {
    const begun = restored(draftWith({ row: named }), year, rows);
    expect(begun).toEqual({ ...empty, row: named });
    expect(firstState(begun, rows)).toEqual({
      place: { row: rows.length, column: columnIds.indexOf('unit') },
      edit: null,
      refusal: null,
    });
  });

  it('opens the cell again with its text, and says why it is refused', () => {
    const good = restored(draftWith({ open: cellIn('a', '88,8') }), year, rows);
    expect(firstState(good, rows)).toEqual({
      place: { row: 0, column: columnIds.indexOf('actual') },
      edit: { text: '88,8', how: 'opened' },
      refusal: null,
    });
    const bad = restored(draftWith({ open: cellIn('b', '1234.5') }), year, rows);
    expect(firstState(bad, rows)).toMatchObject({
      place: { row: 1 },
      edit: { text: '1234.5' },
      refusal: { message: 'indicators.grid.decimalPoint' },
    });
  });

  it('drops what was saved after all', () => {
    expect(restored(draftWith({ open: cellIn('a', '43,70') }), year, rows)).toEqual(empty);
    const { name, unit, direction, period, planSource, plan, actual } = rowOf('b', 'Diện tích cây ngô');
    const added = { name, unit, direction, period, planSource, plan, actual };
    expect(restored(draftWith({ row: added }), year, rows)).toEqual(empty);
    // What was typed behind it while it was added belongs to it.
    const open = cellIn(null, '12', { name: 'Diện tích cây ngô' });
    expect(restored(draftWith({ row: added, open }), year, rows).open).toEqual({ ...open, id: 'b' });
  });

  it('lets the clerk decide when the cell says something else by now, or its row is gone', () => {
    const changed = cellIn('a', '88,8', { was: '40' });
    expect(restored(draftWith({ open: changed }), year, rows)).toEqual({ ...empty, waiting: [changed] });
    const gone = cellIn('gone', '88,8');
    const begun = restored(draftWith({ open: gone, waiting: [changed] }), year, rows);
    expect(begun).toEqual({ ...empty, waiting: [gone, changed] });
    expect([hasRow(gone, rows), hasRow(changed, rows)]).toEqual([false, true]);
    expect(openedAt(changed, empty.row, rows)).toMatchObject({ place: { row: 0 }, edit: { text: '88,8' } });
  });

  it('opens the last word of a row that was about to be added, so that Enter adds it', () => {
    const begun = restored(draftWith({ row: { ...named, unit: '%' } }), year, rows);
    expect(begun.row).toEqual(named);
    expect(firstState(begun, rows)).toMatchObject({
      place: { row: rows.length, column: columnIds.indexOf('unit') },
      edit: { text: '%' },
    });
  });
});
