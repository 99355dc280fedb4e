import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import { type Image, isLong, parseShort, type ShortImage, shortOf, type Value } from './image.ts';
import { encodeKept, type Kept } from './kept.ts';
import { ownerOf } from './owner.ts';
import { differenceOf } from './text-difference.ts';

/** One change of one row: whole rows, or of an update the columns that changed. Long texts may be digests before it. */
export type PendingChange = {
  table: string;
  rowId: string;
  before: ShortImage | null;
  after: ShortImage | null;
};

/** As it goes into the journal, and into the hash: short images, as JSON. */
export type WrittenChange = { table: string; rowId: string; before: string | null; after: string | null };

/** As in `change_row.form`. 1: whole rows. 2: what changed. 3: what changed, and the whole row is at hand. */
export type RowForm = 1 | 2 | 3;

/** So many changes of a row at most before one keeps the whole row again: none is far from one. */
export const mostInChain = 24;

type Pending = { table: string; rowId: string } & (
  | { name: null; before: string | null; after: string | null }
  | { name: string; change: number; before: Value; after: Value }
);

/** What the triggers wrote, in its order. */
export function pendingChanges(raw: Sqlite): PendingChange[] {
  const rows = preparedOnce<Pending>(
    raw,
    `SELECT table_name AS "table", row_id AS rowId, change, column_name AS name, before, after
     FROM journal_pending ORDER BY id`,
  ).all();
  const changes: PendingChange[] = [];
  const updates = new Map<number, { before: Image; after: Image }>();
  for (const row of rows) {
    const { table, rowId } = row;
    if (row.name === null) {
      changes.push({ table, rowId, before: imageOf(row.before), after: imageOf(row.after) });
      continue;
    }
    const update = updates.get(row.change) ?? { before: {}, after: {} };
    if (!updates.has(row.change)) changes.push({ table, rowId, ...update });
    updates.set(row.change, update);
    update.before[row.name] = row.before;
    update.after[row.name] = row.after;
  }
  return changes;
}

function imageOf(text: string | null): ShortImage | null {
  return text === null ? null : parseShort(text);
}

/**
 * Writes one change of a row into the journal.
 * @param isLast whether the row stands now as this change left it: an earlier one of the same command keeps no whole row
 * @returns it with the short images, as they go into the hash
 */
export function writeChange(raw: Sqlite, seq: number, change: PendingChange, isLast: boolean): WrittenChange {
  const { table, rowId, before, after } = change;
  const isUpdate = before !== null && after !== null;
  const whole =
    isUpdate && isLast && isFarFromWhole(raw, table, rowId) ? currentRow(raw, table, rowId) : null;
  const texts = whole ? {} : textsOf(before, after);
  const kept = whole || Object.keys(texts).length > 0 ? encodeKept({ texts, whole }) : null;
  const stored = {
    table,
    rowId,
    before: before && JSON.stringify(shortOf(before)),
    after: after && JSON.stringify(shortOf(after)),
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
    ownerOf(raw, change, after ?? before ?? {}),
  );
  return stored;
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
