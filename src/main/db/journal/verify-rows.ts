import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import { AppError } from '#shared/errors.ts';
import { recordOf } from '#shared/record-lookup.ts';
import { agrees, agreesBefore, follower, type RowChange, type StoredChange } from './fold.ts';
import { type Image, isDigest, parseShort, type ShortImage } from './image.ts';
import { decodeKept } from './kept.ts';
import { imageReader, isToldItself, type OldImage, type TodaysRow } from './old-images.ts';
import { ownerOf } from './owner.ts';
import { hasForms, storedColumns } from './reader.ts';
import { recordTables } from './triggers.ts';

/** `row`: the journal does not add up to it. `packing`: an entry of the journal is not what its digests say. */
export type RowFault = { kind: 'row' | 'packing'; seq: number | null; table: string };

/**
 * Follows every row through the journal and compares what stands at its end with what the table holds. One row after the
 * other: only one is in memory.
 * @param watch told how many tables are done
 * @returns each fault, and null for each row that was looked at
 */
export function* rowFaults(
  raw: Sqlite,
  watch: (done: number, total: number) => void = () => undefined,
): Generator<RowFault | null> {
  const existing = recordTables(raw);
  const told = raw.prepare('SELECT DISTINCT table_name FROM change_row').pluck().all() as string[];
  const total = told.length + existing.length;
  const seen = new Map(existing.map((table) => [table, new Set<string>()]));
  const { today } = imageReader(raw);
  for (const [done, table] of told.entries()) {
    watch(done, total);
    for (const found of rowsOf(raw, table)) {
      if ('kind' in found) {
        yield found;
        continue;
      }
      const rows = readable(() => today(found));
      if (rows === null) yield { kind: 'row', seq: null, table };
      for (const row of rows ?? []) {
        // Made from it by a migration, and the journal goes on with that one.
        if (row.table !== table && isToldItself(raw, row)) continue;
        const isTwice = seen.get(row.table)?.has(row.rowId);
        seen.get(row.table)?.add(row.rowId);
        if (isTwice || !isStored(raw, row)) yield { kind: 'row', seq: null, table };
      }
      yield null;
    }
  }
  for (const [done, table] of existing.entries()) {
    watch(told.length + done, total);
    const ids = raw.prepare(`SELECT id FROM "${table}"`).pluck().all() as string[];
    for (const id of ids) if (!seen.get(table)?.has(id)) yield { kind: 'row', seq: null, table };
  }
}

function isStored(raw: Sqlite, { table, rowId, image }: TodaysRow): boolean {
  const row = preparedOnce(raw, `SELECT * FROM "${table}" WHERE id = ?`).get(rowId) as Image | undefined;
  return row !== undefined && Object.entries(image).every(([column, value]) => row[column] === value);
}

/** How each row of a table stands at its end in the journal, of those that are still there; and what is wrong on the way. */
function* rowsOf(raw: Sqlite, table: string): Generator<OldImage | RowFault> {
  const ids = raw.prepare('SELECT DISTINCT row_id FROM change_row WHERE table_name = ?').pluck().all(table);
  for (const rowId of ids as string[]) {
    const stored = preparedOnce(
      raw,
      `SELECT ${storedColumns(raw)} FROM change_row WHERE table_name = ? AND row_id = ? ORDER BY id`,
    ).all(table, rowId) as StoredChange[];
    const follow = follower(raw);
    let last = null as RowChange | null;
    for (const entry of stored) {
      const before = last?.after ?? null;
      const change = readable(() => {
        const next = follow(entry);
        return holds(before, next, entry) && isOwned(raw, next, entry) ? next : null;
      });
      if (!change) {
        yield { kind: 'packing', seq: entry.change_seq, table };
        last = null;
        break;
      }
      last = change;
    }
    if (last?.after) yield { table, rowId, image: last.after, entry: last.id, schema: last.schema };
  }
}

function readable<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Whether an entry follows the one before it, and is packed as the program packs: nothing in it goes unread. */
function holds(last: Image | null, change: RowChange, entry: StoredChange): boolean {
  const { form, kept } = entry;
  if (form === 1) return kept === null;
  if ((entry.before === null) !== (last === null)) return false;
  // Of the whole rows is the hash, not of how they are packed.
  if (entry.schema === null && !(isAsWritten(entry.before) && isAsWritten(entry.after))) return false;
  if (!agreesBefore(change.before, entry) || !agrees(change.after, entry)) return false;
  const { texts, whole } = kept ? decodeKept(kept) : { texts: {}, whole: null };
  const isUpdate = entry.before !== null && entry.after !== null;
  if ((whole !== null) !== (isUpdate && form === 3) || (form === 2 && !isUpdate)) return false;
  const said = entry.after === null ? {} : parseShort(entry.after);
  if (isUpdate && !differs(parseShort(entry.before ?? '{}'), said)) return false;
  const long = Object.keys(said).filter((column) => isDigest(said[column]));
  if (kept && !whole && long.length === 0) return false;
  // A whole row of the first form that went is packed for its long texts alone.
  if (entry.schema === null && form === 3 && !kept && !hasLong(entry.before)) return false;
  // Beside a whole row there are no texts: nobody would read them.
  return sameKeys(texts, whole ? [] : long) && (!whole || isWhole(whole, change.before, said));
}

/** Not a blank more than the program writes. */
function isAsWritten(text: string | null): boolean {
  return text === null || JSON.stringify(parseShort(text)) === text;
}

/** An update tells of the columns that changed, and of no others. */
function differs(before: ShortImage, after: ShortImage): boolean {
  return (
    Object.keys(before).every((column) => column in after) &&
    Object.keys(after).every((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]))
  );
}

function hasLong(image: string | null): boolean {
  return image !== null && Object.values(parseShort(image)).some(isDigest);
}

/** A whole row that is kept is the one before with what changed. */
function isWhole(whole: Image, before: Image | null, said: ShortImage): boolean {
  return Object.entries(whole).every(
    ([column, value]) => column in said || before?.[column] === undefined || before[column] === value,
  );
}

function sameKeys(texts: object, columns: readonly string[]): boolean {
  return Object.keys(texts).length === columns.length && columns.every((column) => column in texts);
}

function isOwned(raw: Sqlite, { table, rowId, before, after }: RowChange, entry: StoredChange): boolean {
  // Of a table of another version nothing is known.
  if (!hasForms(raw) || !recordOf(table)) return true;
  return ownerOf(raw, { table, rowId }, after ?? before ?? {}) === entry.owner_id;
}
