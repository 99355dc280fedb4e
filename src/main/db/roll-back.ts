import { setImmediate as breathe } from 'node:timers/promises';
import type { Database as Sqlite } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { recordMigratedRows, recordTables } from './journal-triggers.ts';
import { type Image, imageReader } from './row-image.ts';

/** Told how far it is; what it throws stops the work. */
export type Watch = (done: number, total: number) => void;

/** Rows between two breaths of the program. */
const rowsPerStep = 200;

/**
 * Turns a copy of a store into what the store was after change set `seq`: rows, journal and all. Going back change by
 * change would end where the oldest image after `seq` says, so only that one is put in for each row that was touched.
 * For a copy alone: the triggers go, the checks rest, and a failure leaves it half done.
 * @throws AppError STORE_DAMAGED when the journal does not lead there
 */
export async function rollBack(raw: Sqlite, seq: number, watch: Watch): Promise<void> {
  dropTriggers(raw);
  raw.pragma('foreign_keys = OFF');
  // A row from before a check was made need not pass it.
  raw.pragma('ignore_check_constraints = ON');
  raw.exec('BEGIN');
  const ids = oldestImages(raw, seq);
  const later = raw.prepare('SELECT id FROM change_row WHERE change_seq > ?').pluck().all(seq) as number[];
  const total = 2 * ids.length + later.length;
  await inSteps(ids, deleteRow(raw), (done) => watch(done, total));
  await inSteps(ids, putImage(raw, seq), (done) => watch(ids.length + done, total));
  const end = raw.prepare('SELECT at FROM change_set WHERE seq = ?').pluck().get(seq) as string;
  const crossed = raw.prepare(`SELECT 1 FROM change_set WHERE seq > ? AND command = 'migrate'`).get(seq);
  const forget = raw.prepare('DELETE FROM change_row WHERE id = ?');
  await inSteps(
    later,
    (id) => forget.run(id),
    (done) => watch(2 * ids.length + done, total),
  );
  forgetAfter(raw, seq);
  // Images of an older schema lack columns that the rows have: the journal of the copy shall add up as well.
  if (crossed !== undefined) recordMigratedRows(raw, end);
  raw.exec('COMMIT');
  if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) throw pastUnclear();
}

function dropTriggers(raw: Sqlite): void {
  const names = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .pluck()
    .all() as string[];
  for (const name of names) raw.exec(`DROP TRIGGER "${name}"`);
}

/** For each row touched after `seq` the number of its first image since; of tables that there still are. */
function oldestImages(raw: Sqlite, seq: number): number[] {
  const existing = new Set(recordTables(raw));
  const firsts = raw
    .prepare('SELECT min(id), table_name FROM change_row WHERE change_seq > ? GROUP BY table_name, row_id')
    .raw()
    .all(seq) as [number, string][];
  return firsts.flatMap(([id, table]) => (existing.has(table) ? [id] : []));
}

async function inSteps(
  ids: readonly number[],
  work: (id: number) => unknown,
  report: (done: number) => void,
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    if (index % rowsPerStep === 0) {
      report(index);
      await breathe();
    }
    work(id);
  }
}

/** All go before any comes back: no two of them can want the same number on the way. */
function deleteRow(raw: Sqlite): (id: number) => void {
  const find = raw.prepare('SELECT table_name, row_id FROM change_row WHERE id = ?').raw();
  return (id) => {
    const [table, rowId] = find.get(id) as [string, string];
    raw.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(rowId);
  };
}

function putImage(raw: Sqlite, seq: number): (id: number) => void {
  const find = raw.prepare('SELECT table_name, row_id, before FROM change_row WHERE id = ?').raw();
  const newest = raw
    .prepare(
      `SELECT after FROM change_row WHERE table_name = ? AND row_id = ? AND change_seq <= ?
       ORDER BY id DESC LIMIT 1`,
    )
    .pluck();
  const readImage = imageReader(raw, seq);
  return (id) => {
    const [table, rowId, before] = find.get(id) as [string, string, string | null];
    // Both sides of the moment tell of the same row: they must say the same.
    if (before !== ((newest.get(table, rowId, seq) as string | null | undefined) ?? null))
      throw pastUnclear();
    if (before !== null) insertRow(raw, table, readImage(table, rowId, before));
  };
}

function insertRow(raw: Sqlite, table: string, image: Image): void {
  const names = Object.keys(image);
  const columns = names.map((name) => `"${name}"`).join(', ');
  const places = names.map((name) => `@${name}`).join(', ');
  raw.prepare(`INSERT INTO "${table}" (${columns}) VALUES (${places})`).run(image);
}

/** What came later, and typing that never became a record. Contents stay: nothing names those that came later. */
function forgetAfter(raw: Sqlite, seq: number): void {
  for (const sql of [
    'DELETE FROM change_set WHERE seq > ?',
    'DELETE FROM read_mark WHERE seq > ?',
    'DELETE FROM backup_log WHERE seq > ?',
  ])
    raw.prepare(sql).run(seq);
  raw.exec('DELETE FROM draft');
  raw.exec('DELETE FROM user_secret');
}

function pastUnclear(): AppError {
  return new AppError('STORE_DAMAGED', { reason: 'past' });
}
