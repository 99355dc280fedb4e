import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import { carriedOver, ownStepsOf } from './formerly.ts';
import { damaged, type Image, isDigest, isSame, parseShort, parseWhole, type ShortImage } from './image.ts';
import { decodeKept, type Kept } from './kept.ts';
import type { RowForm } from './seal.ts';
import { applyForward } from './text-difference.ts';
import { columnsOf } from './triggers.ts';

/*
 * Every reader of the journal comes here: rows as they stood before and after a change, whole, in the columns of their
 * time. `old-images.ts` makes rows of today of them.
 */

/** A row of the journal as it is stored. */
export type StoredChange = {
  id: number;
  change_seq: number;
  table_name: string;
  row_id: string;
  before: string | null;
  after: string | null;
  form: RowForm;
  kept: Buffer | null;
  owner_id: string | null;
  /** The one that it was written under; null: one before 11, which the image says itself. */
  schema: number | null;
};

/** One change of one row, both sides whole. */
export type RowChange = {
  id: number;
  seq: number;
  table: string;
  rowId: string;
  before: Image | null;
  after: Image | null;
  /** The schema that it was written under; 0: one before 11. */
  schema: number;
};

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

/** Entries of one row that follow each other, the first of them with the whole row, or its coming. */
function fold(raw: Sqlite, stored: readonly StoredChange[]): RowChange[] {
  const next = follower(raw);
  return stored.map(next);
}

/** Takes the entries of a row one after the other. A row that another schema wrote is read as the next entry writes it. */
export function follower(raw: Sqlite): (entry: StoredChange) => RowChange {
  let image: Image | null = null;
  let schema = 0;
  return (entry) => {
    if (image) image = asWrittenFor(raw, entry, image, schema);
    schema = entry.schema ?? 0;
    const change = unfold(image, entry);
    image = change.after;
    return change;
  };
}

/**
 * A row that an earlier schema wrote as the entry after it writes it; as it was, where it has no place there.
 * @param schema that it was written under
 */
export function asWrittenFor(raw: Sqlite, entry: StoredChange, image: Image, schema: number): Image {
  const written = entry.schema ?? 0;
  if (written <= schema) return image;
  return carriedOver(raw, ownStepsOf(entry.table_name), image, schema, written) ?? image;
}

/**
 * One entry, from the row as it stood before.
 * @param before null also where it is not known: enough for what stands after an entry that holds the whole row
 * @throws AppError STORE_DAMAGED
 */
function unfold(before: Image | null, entry: StoredChange): RowChange {
  const { id, change_seq: seq, table_name: table, row_id: rowId } = entry;
  const head = { id, seq, table, rowId, schema: entry.schema ?? 0 };
  if (entry.form === 1)
    return {
      ...head,
      before: entry.before === null ? null : parseWhole(entry.before),
      after: entry.after === null ? null : parseWhole(entry.after),
    };
  const kept = entry.kept && decodeKept(entry.kept);
  const older = entry.before === null ? null : before && withNew(before, parseShort(entry.before));
  return { ...head, before: older, after: wholeAfter(older, entry, kept) };
}

/** A column that came since the row was written last has the value that the entry found there. */
function withNew(before: Image, said: ShortImage): Image {
  const added = Object.entries(said).filter(
    ([column, value]) => before[column] === undefined && !isDigest(value),
  );
  return added.length > 0 ? { ...before, ...(Object.fromEntries(added) as Image) } : before;
}

function wholeAfter(before: Image | null, entry: StoredChange, kept: Kept | null): Image | null {
  if (entry.after === null) return null;
  if (kept?.whole) return kept.whole;
  if (before === null && entry.before !== null) throw damaged();
  const after: Image = entry.before === null ? {} : { ...before };
  for (const [column, value] of Object.entries(parseShort(entry.after)))
    after[column] = isDigest(value) ? textAfter(before?.[column], kept?.texts[column]) : value;
  return after;
}

function textAfter(before: Image[string] | undefined, kept: Kept['texts'][string] | undefined): string {
  const text = typeof kept === 'object' && typeof before === 'string' ? applyForward(before, kept) : kept;
  if (typeof text !== 'string') throw damaged();
  return text;
}

/** The first entry of the row after that change set. */
export function entryAfter(raw: Sqlite, { table, rowId }: RowName, seq: number): StoredChange | undefined {
  return preparedOnce(
    raw,
    `SELECT ${storedColumns(raw)} FROM change_row
     WHERE table_name = ? AND row_id = ? AND change_seq > ? ORDER BY id LIMIT 1`,
  ).get(table, rowId, seq) as StoredChange | undefined;
}

/** Whether a row is what the entry says of it after its change: of this the hash was made. */
export function agrees(after: Image | null, { form, after: said }: StoredChange): boolean {
  if (after === null || said === null) return after === null && said === null;
  if (form === 1) return true;
  return Object.entries(parseShort(said)).every(([column, value]) => isSame(after[column], value));
}

/** Whether a row is what the entry says of it before its change. */
export function agreesBefore(before: Image | null, { before: said }: Pick<StoredChange, 'before'>): boolean {
  if (before === null || said === null) return before === null && said === null;
  return Object.entries(parseShort(said)).every(
    // A long text of a column that came since then: nothing tells of it but this entry.
    ([column, value]) => before[column] === undefined || isSame(before[column], value),
  );
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

export function wholeText(image: Image | null): string | null {
  return image && JSON.stringify(image);
}
