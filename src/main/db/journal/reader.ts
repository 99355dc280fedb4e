import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import { agrees, agreesBefore, fold, type RowChange, type StoredChange, wholeText } from './fold.ts';
import { damaged, type Image } from './image.ts';
import { columnsOf } from './triggers.ts';

/*
 * Every reader of the journal comes here: rows as they stood before and after a change, whole, in the columns of their
 * time. `old-images.ts` makes rows of today of them.
 */

export type RowName = { table: string; rowId: string };

/** Stores before version 11 hold whole rows only. */
export function hasForms(raw: Sqlite): boolean {
  const known = withForms.get(raw);
  if (known !== undefined) return known;
  const found = columnsOf(raw, 'change_row').includes('kept');
  // What has them keeps them; a migration may still bring them.
  if (found) withForms.set(raw, found);
  return found;
}
const withForms = new WeakMap<Sqlite, boolean>();

/** The columns of `StoredChange`, in any version of the store. */
export function storedColumns(raw: Sqlite): string {
  const rest = hasForms(raw)
    ? 'form, kept, owner_id, (SELECT schema FROM change_set WHERE seq = change_seq) AS schema'
    : '1 AS form, NULL AS kept, NULL AS owner_id, NULL AS schema';
  return `change_row.id, change_seq, table_name, row_id, before, after, ${rest}`;
}

/**
 * All that happened to a row up to that entry of the journal, or to the end, oldest first; from the whole row nearest to it
 * when only the last is asked for.
 */
function storedOf(raw: Sqlite, { table, rowId }: RowName, from: number, to: number): StoredChange[] {
  return preparedOnce(
    raw,
    `SELECT ${storedColumns(raw)} FROM change_row
     WHERE table_name = ? AND row_id = ? AND id BETWEEN ? AND ? ORDER BY id`,
  ).all(table, rowId, from, to) as StoredChange[];
}

/** Every change of these rows, row by row, oldest first; asked for at once. */
export function changesOfRows(raw: Sqlite, rows: readonly RowName[]): RowChange[] {
  return foldEach(raw, rows, '0').flat();
}

/** The last change of each of these rows that there were; asked for at once. */
export function lastChangesOf(raw: Sqlite, rows: readonly RowName[]): RowChange[] {
  const nearest = `(SELECT max(id) FROM change_row AS base WHERE base.table_name = change_row.table_name
    AND base.row_id = change_row.row_id AND base.form <> 2 AND base.after IS NOT NULL)`;
  return foldEach(raw, rows, nearest).flatMap((changes) => changes.at(-1) ?? []);
}

/** @param from an SQL expression: the first entry of a row that is read */
function foldEach(raw: Sqlite, rows: readonly RowName[], from: string): RowChange[][] {
  const stored = preparedOnce(
    raw,
    `SELECT ${storedColumns(raw)} FROM json_each(?) AS wanted CROSS JOIN change_row
     WHERE table_name = wanted.value ->> 'table' AND row_id = wanted.value ->> 'rowId'
       AND change_row.id >= ${from}`,
  ).all(JSON.stringify(rows)) as StoredChange[];
  // By the index each row's entries come in their order; the sorter of the database would carry all their texts.
  const byRow = Map.groupBy(stored, ({ table_name, row_id }) => `${table_name} ${row_id}`);
  return [...byRow.values()].map((entries) => fold(raw, entries));
}

/** A row as it stood after that entry of the journal, one of its own; null when it was gone. @throws AppError STORE_DAMAGED */
export function imageAfter(raw: Sqlite, row: RowName, id: number): Image | null {
  const stored = storedOf(raw, row, nearestWhole(raw, row, id), id);
  const last = stored.at(-1);
  const image = fold(raw, stored).at(-1)?.after ?? null;
  if (last && !agrees(image, last)) throw damaged();
  return image;
}

/** What a change set did, row by row, in its order. @throws AppError STORE_DAMAGED */
export function changesOfSet(raw: Sqlite, seq: number): RowChange[] {
  const rows = preparedOnce(
    raw,
    'SELECT id, table_name AS "table", row_id AS rowId FROM change_row WHERE change_seq = ? ORDER BY id',
  ).all(seq) as (RowName & { id: number })[];
  return rows.map((row) => {
    const change = changeAt(raw, row, row.id);
    if (!change) throw damaged();
    return change;
  });
}

/** One entry of the journal, both sides whole, and what it says of them: undo writes them. @throws AppError STORE_DAMAGED */
export function changeAt(raw: Sqlite, row: RowName, id: number): RowChange | undefined {
  const before = entryBefore(raw, row, id);
  const from = nearestWhole(raw, row, before ?? id);
  const stored = storedOf(raw, row, from, id);
  const [entry, change] = [stored.at(-1), fold(raw, stored).at(-1)];
  if (entry && change && !(agreesBefore(change.before, entry) && agrees(change.after, entry)))
    throw damaged();
  return change;
}

/** The last entry of the row before that one. */
function entryBefore(raw: Sqlite, { table, rowId }: RowName, id: number): number | null {
  return preparedOnce(raw, 'SELECT max(id) FROM change_row WHERE table_name = ? AND row_id = ? AND id < ?')
    .pluck()
    .get(table, rowId, id) as number | null;
}

/** The newest entry of the row, not after that one, that holds it whole. */
function nearestWhole(raw: Sqlite, { table, rowId }: RowName, id: number): number {
  if (!hasForms(raw)) return id;
  const found = preparedOnce(
    raw,
    `SELECT max(id) FROM change_row WHERE table_name = ? AND row_id = ? AND id <= ? AND form <> 2`,
  )
    .pluck()
    .get(table, rowId, id) as number | null;
  return found ?? 0;
}

/** The first entry of the row after that change set. */
export function entryAfter(raw: Sqlite, { table, rowId }: RowName, seq: number): StoredChange | undefined {
  return preparedOnce(
    raw,
    `SELECT ${storedColumns(raw)} FROM change_row
     WHERE table_name = ? AND row_id = ? AND change_seq > ? ORDER BY id LIMIT 1`,
  ).get(table, rowId, seq) as StoredChange | undefined;
}

/** A change set of form 1 as its hash was made of it: whole rows, as the database wrote them. */
export function wholeTexts(raw: Sqlite, seq: number): (string | null)[][] {
  const stored = preparedOnce(
    raw,
    `SELECT ${storedColumns(raw)} FROM change_row WHERE change_seq = ? ORDER BY id`,
  ).all(seq) as StoredChange[];
  return stored.map((entry) => {
    const { table_name: table, row_id: rowId } = entry;
    if (entry.form === 1) return [table, rowId, entry.before, entry.after];
    const change = changeAt(raw, { table, rowId }, entry.id);
    return [table, rowId, wholeText(change?.before ?? null), wholeText(change?.after ?? null)];
  });
}
