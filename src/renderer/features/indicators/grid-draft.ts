import { z } from 'zod';
import { readerOf } from '#renderer/lib/forms/read-form.ts';
import { same } from '#renderer/lib/same.ts';
import {
  type IndicatorFields,
  type IndicatorRow,
  indicatorFields,
} from '#shared/features/indicators/schema.ts';
import { cellText, changedRow, columnIds, isEditable, missingOf, newRow, type Refusal } from './columns.ts';
import { type GridState, startState } from './grid-state.ts';
import { fieldsOf } from './summary.ts';

/**
 * Text typed into a cell and not saved. `id`: null in the row at the end; `name` and `was` tell which cell was meant when
 * its row is gone or says something else by now.
 */
const openCell = z.strictObject({
  id: z.string().nullable(),
  name: z.string(),
  column: z.enum(columnIds.filter(isEditable)),
  was: z.string(),
  text: z.string(),
});
export type OpenCell = z.infer<typeof openCell>;

/** What is begun in the grid of one year: the row at its end, the cell that is open, and texts that wait for the clerk. */
const gridForm = z.strictObject({
  row: indicatorFields.nullable(),
  open: openCell.nullable(),
  waiting: z.array(openCell).readonly(),
});
export type GridDraft = z.infer<typeof gridForm>;

export const readGrid = readerOf(
  { schema: gridForm },
  (): GridDraft => ({ row: null, open: null, waiting: [] }),
);

/** The same as the grid holds it, where the row at the end is always there. */
export type Begun = Omit<GridDraft, 'row'> & { row: IndicatorFields };

/** @returns null when nothing would be lost */
export function gridDraft({ row, open, waiting }: Begun): GridDraft | null {
  const isBegun = !same(row, newRow(row.period));
  return isBegun || open || waiting.length > 0 ? { row: isBegun ? row : null, open, waiting } : null;
}

/** What of a draft goes on in the grid as it is now; what was saved after all is left out. */
export function restored(draft: GridDraft | null, period: string, rows: readonly IndicatorRow[]): Begun {
  const empty: Begun = { row: newRow(period), open: null, waiting: [] };
  if (!draft) return empty;
  const made = draft.row && rows.find((row) => same(fieldsOf(row), draft.row));
  const begun = { ...draft, row: (!made && draft.row) || empty.row };
  const open = draft.open && made && draft.open.id === null ? { ...draft.open, id: made.id } : draft.open;
  const left = [...(open ? [open] : []), ...draft.waiting].filter((cell) => !isSaved(cell, begun.row, rows));
  // A row that has all it needs was about to be added: its last word is open again, so that Enter adds it.
  if (missingOf(begun.row) === null) {
    const unit: OpenCell = { id: null, name: begun.row.name, column: 'unit', was: '', text: begun.row.unit };
    return { row: { ...begun.row, unit: '' }, open: unit, waiting: left };
  }
  const [first = null, ...others] = left;
  return first && first === open && standsAsItWas(first, rows)
    ? { ...begun, open: first, waiting: others }
    : { ...begun, open: null, waiting: left };
}

/** Where the keyboard is when the grid opens: in the cell that was open, or where the row that is begun goes on. */
export function firstState({ row, open }: Begun, rows: readonly IndicatorRow[]): GridState<Refusal> {
  if (open) return openedAt(open, row, rows);
  if (same(row, newRow(row.period))) return startState();
  const place = { row: rows.length, column: columnIds.indexOf(missingOf(row) ?? 'name') };
  return { place, edit: null, refusal: null };
}

/** The grid with the text in its cell again, and why it cannot stand there. */
export function openedAt(
  { id, column, text }: OpenCell,
  draft: IndicatorFields,
  rows: readonly IndicatorRow[],
): GridState<Refusal> {
  const at = rows.findIndex((row) => row.id === id);
  const fields = rows[at] ?? draft;
  const result = changedRow(fields, id === null, column, text);
  return {
    place: { row: at < 0 ? rows.length : at, column: columnIds.indexOf(column) },
    edit: { text, how: 'opened' },
    refusal: result && 'refusal' in result ? result.refusal : null,
  };
}

/** Whether the row of the text is still there. */
export function hasRow({ id }: OpenCell, rows: readonly IndicatorRow[]): boolean {
  return id === null || rows.some((row) => row.id === id);
}

function isSaved(cell: OpenCell, draft: IndicatorFields, rows: readonly IndicatorRow[]): boolean {
  const row = cell.id === null ? draft : rows.find(({ id }) => id === cell.id);
  if (!row) return false;
  const result = changedRow(fieldsOf(row), cell.id === null, cell.column, cell.text);
  return result !== null && 'fields' in result && same(result.fields, fieldsOf(row));
}

function standsAsItWas({ id, column, was }: OpenCell, rows: readonly IndicatorRow[]): boolean {
  const row = rows.find((row) => row.id === id);
  return row ? cellText(row, column) === was : id === null;
}
