import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import {
  type Digest,
  digestOf,
  type Image,
  isLong,
  longest,
  parseShort,
  type ShortImage,
  shortOf,
  type Value,
} from './image.ts';
import { encodeKept, type Kept } from './kept.ts';
import { ownerOf } from './owner.ts';
import { differenceOf } from './text-difference.ts';

/** One change of one row: whole rows, or of an update the columns that changed. */
export type PendingChange = {
  table: string;
  rowId: string;
  before: ShortImage | null;
  after: ShortImage | null;
  /** Their long texts; of what a migration found before it there is the digest alone. */
  texts: { before: Image; after: Image };
};

/** As it goes into the journal, and into the hash: short images, as JSON. */
export type WrittenChange = { table: string; rowId: string; before: string | null; after: string | null };

/** As in `change_row.form`. 1: whole rows. 2: what changed. 3: what changed, and the whole row is at hand. */
export type RowForm = 1 | 2 | 3;

/** So many changes of a row at most before one keeps the whole row again: none is far from one. */
export const mostInChain = 24;

type Pending = { table: string; rowId: string } & (
  | { name: null; before: string | null; after: string | null }
  | { name: string; change: number; before: Value | Buffer; after: Value | Buffer }
);

/** What the triggers wrote, in its order. Long texts are read as bytes: of these digest and text are made in a third of the time. */
export function pendingChanges(raw: Sqlite): PendingChange[] {
  const value = (name: string) =>
    `CASE WHEN column_name NOTNULL AND octet_length(${name}) > ${longest} THEN CAST(${name} AS BLOB) ELSE ${name} END AS ${name}`;
  const rows = preparedOnce<Pending>(
    raw,
    `SELECT table_name AS "table", row_id AS rowId, change, column_name AS name, ${value('before')}, ${value('after')}
     FROM journal_pending ORDER BY id`,
  ).all();
  const changes: PendingChange[] = [];
  const updates = new Map<number, Pick<PendingChange, 'texts'> & { before: ShortImage; after: ShortImage }>();
  for (const row of rows) {
    const { table, rowId } = row;
    if (row.name === null) {
      changes.push({ table, rowId, ...wholeRows(row) });
      continue;
    }
    const update = updates.get(row.change) ?? { before: {}, after: {}, texts: { before: {}, after: {} } };
    if (!updates.has(row.change)) changes.push({ table, rowId, ...update });
    updates.set(row.change, update);
    for (const side of ['before', 'after'] as const) {
      const { short, text } = readValue(row[side]);
      update[side][row.name] = short;
      if (text !== null) update.texts[side][row.name] = text;
    }
  }
  return changes;
}

function readValue(value: Value | Buffer): { short: Value | Digest; text: string | null } {
  if (!Buffer.isBuffer(value)) return { short: value, text: null };
  const text = value.toString();
  return isLong(text) ? { short: digestOf(text, value), text } : { short: text, text: null };
}

function wholeRows(row: Record<'before' | 'after', string | null>): Omit<PendingChange, 'table' | 'rowId'> {
  const [before, after] = [row.before, row.after].map((text) => (text === null ? null : parseShort(text)));
  const texts = { before: longTexts(before), after: longTexts(after) };
  return { before: before ? shortOf(before) : null, after: after ? shortOf(after) : null, texts };
}

function longTexts(image: ShortImage | null | undefined): Image {
  const columns = Object.entries(image ?? {}).flatMap(([name, value]) =>
    isLong(value) ? [[name, value]] : [],
  );
  return Object.fromEntries(columns) as Image;
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
  const texts = whole ? {} : textsOf(change.texts.before, change.texts.after);
  const kept = whole || Object.keys(texts).length > 0 ? encodeKept({ texts, whole }) : null;
  const stored = {
    table,
    rowId,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
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
  const near = preparedOnce(
    raw,
    `SELECT EXISTS (SELECT 1 FROM (
       SELECT form FROM change_row INDEXED BY change_row_row WHERE table_name = ? AND row_id = ?
       ORDER BY id DESC LIMIT ${mostInChain}
     ) WHERE form <> 2)`,
  );
  return near.pluck().get(table, rowId) === 0;
}

/** Read in the transaction that changed it. */
function currentRow(raw: Sqlite, table: string, rowId: string): Image {
  return preparedOnce(raw, `SELECT * FROM "${table}" WHERE id = ?`).get(rowId) as Image;
}
