import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import { type Image, isLong, parseShort, type ShortImage, shortOf } from './image.ts';
import { encodeKept, type Kept } from './kept.ts';
import { ownerOf } from './owner.ts';
import { differenceOf } from './text-difference.ts';

/** What the triggers wrote of one change of one row: whole rows, or of an update the columns that changed. As JSON. */
export type PendingChange = { table: string; rowId: string; before: string | null; after: string | null };

/** As in `change_row.form`. 1: whole rows. 2: what changed. 3: what changed, and the whole row is at hand. */
export type RowForm = 1 | 2 | 3;

/** So many changes of a row at most before one keeps the whole row again: none is far from one. */
export const mostInChain = 24;

export function pendingChanges(raw: Sqlite): PendingChange[] {
  return preparedOnce(
    raw,
    'SELECT table_name AS "table", row_id AS rowId, before, after FROM journal_pending ORDER BY id',
  ).all() as PendingChange[];
}

/**
 * Writes one change of a row into the journal.
 * @param isLast whether the row stands now as this change left it: an earlier one of the same command keeps no whole row
 * @returns it with the short images, as they go into the hash
 */
export function writeChange(raw: Sqlite, seq: number, change: PendingChange, isLast: boolean): PendingChange {
  const { table, rowId } = change;
  const older = change.before === null ? null : parseShort(change.before);
  const newer = change.after === null ? null : parseShort(change.after);
  const isUpdate = older !== null && newer !== null;
  const whole =
    isUpdate && isLast && isFarFromWhole(raw, table, rowId) ? currentRow(raw, table, rowId) : null;
  const texts = whole ? {} : textsOf(older, newer);
  const kept = whole || Object.keys(texts).length > 0 ? encodeKept({ texts, whole }) : null;
  const stored = {
    table,
    rowId,
    before: shortText(change.before, older),
    after: shortText(change.after, newer),
  };
  preparedOnce(
    raw,
    `INSERT INTO change_row (change_seq, table_name, row_id, before, after, form, kept, owner_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    seq,
    table,
    rowId,
    stored.before,
    stored.after,
    isUpdate && !whole ? 2 : 3,
    kept,
    ownerOf(raw, change, newer ?? older ?? {}),
  );
  return stored;
}

/** As it was written, unless a long text is to be taken out. */
function shortText(text: string | null, image: ShortImage | null): string | null {
  const isShort = image === null || !Object.values(image).some(isLong);
  return isShort ? text : JSON.stringify(shortOf(image));
}

/** The long texts that came, beside what they came from. */
export function textsOf(before: ShortImage | null, after: ShortImage | null): Kept['texts'] {
  return Object.fromEntries(
    Object.entries(after ?? {}).flatMap(([column, text]) =>
      isLong(text) ? [[column, keptText(before?.[column], text)] as const] : [],
    ),
  );
}

function keptText(before: ShortImage[string] | undefined, text: string): Kept['texts'][string] {
  if (!isLong(before)) return text;
  const hunks = differenceOf(before, text);
  const size = hunks.reduce((sum, [, removed, added]) => sum + removed.length + added.length + 20, 0);
  return size < text.length ? hunks : text;
}

function isFarFromWhole(raw: Sqlite, table: string, rowId: string): boolean {
  const forms = preparedOnce(
    raw,
    `SELECT form FROM change_row INDEXED BY change_row_row WHERE table_name = ? AND row_id = ?
     ORDER BY id DESC LIMIT ${mostInChain}`,
  )
    .pluck()
    .all(table, rowId) as RowForm[];
  return !forms.some((form) => form !== 2);
}

/** Read in the transaction that changed it. */
function currentRow(raw: Sqlite, table: string, rowId: string): Image {
  return preparedOnce(raw, `SELECT * FROM "${table}" WHERE id = ?`).get(rowId) as Image;
}
