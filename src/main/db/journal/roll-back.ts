import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Database as Sqlite } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { closeChangeSet, migrationHead, openChangeSet } from './change-set.ts';
import { agreesBefore, asWrittenFor } from './fold.ts';
import type { Image } from './image.ts';
import { forgetReader, imageReader, isToldItself } from './old-images.ts';
import { entryAfter, imageAfter } from './reader.ts';
import { preparePending, recordTables } from './triggers.ts';

/** Told how far it is; what it throws stops the work. */
export type Watch = (done: number, total: number) => void;

/** Rows between two breaths of the program. */
const rowsPerStep = 200;

/**
 * Turns a copy of a store into what the store was after change set `seq`: rows, journal and all. Each row that was touched
 * since then is put in as it stood.
 * For a copy alone: the triggers go, the checks rest, and a failure leaves it half done.
 * @throws AppError STORE_DAMAGED when the journal does not lead there
 */
export async function rollBack(raw: Sqlite, seq: number, watch: Watch): Promise<void> {
  dropTriggers(raw);
  raw.pragma('foreign_keys = OFF');
  // A row from before a check was made need not pass it.
  raw.pragma('ignore_check_constraints = ON');
  raw.exec('BEGIN');
  const touched = touchedAfter(raw, seq);
  const later = raw.prepare('SELECT id FROM change_row WHERE change_seq > ?').pluck().all(seq) as number[];
  const total = 2 * touched.length + later.length;
  await inSteps(touched, deleteRow(raw), (done) => watch(done, total));
  await inSteps(touched, putBack(raw, seq), (done) => watch(touched.length + done, total));
  const forget = raw.prepare('DELETE FROM change_row WHERE id = ?');
  await inSteps(
    later,
    (id) => forget.run(id),
    (done) => watch(2 * touched.length + done, total),
  );
  const end = raw.prepare('SELECT at FROM change_set WHERE seq = ?').pluck().get(seq) as string;
  forgetAfter(raw, seq);
  recordGiven(raw, touched, end);
  raw.exec('COMMIT');
  if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) throw pastUnclear();
}

function dropTriggers(raw: Sqlite): void {
  for (const schema of ['main', 'temp']) {
    const names = raw
      .prepare(`SELECT name FROM ${schema}.sqlite_schema WHERE type = 'trigger'`)
      .pluck()
      .all() as string[];
    for (const name of names) raw.exec(`DROP TRIGGER ${schema}."${name}"`);
  }
  // What asks for the newest version also looks at the change that is running: here there is none.
  preparePending(raw);
}

type Touched = { table: string; rowId: string };
type Newest = { entry: number | null; schema: number | null };

/**
 * The rows touched after `seq`, also of tables that are no more; and those of which a migration made others since: they
 * come back from what these were.
 */
function touchedAfter(raw: Sqlite, seq: number): Touched[] {
  const touched = raw
    .prepare('SELECT DISTINCT table_name AS "table", row_id AS rowId FROM change_row WHERE change_seq > ?')
    .all(seq) as Touched[];
  const schema = raw.prepare('SELECT schema FROM change_set WHERE seq = ?').pluck().get(seq) as number | null;
  const known = new Set(touched.map(({ table, rowId }) => `${table} ${rowId}`));
  for (const table of imageReader(raw).dividedSince(schema ?? 0))
    for (const rowId of raw.prepare(`SELECT id FROM "${table}"`).pluck().all() as string[])
      if (!known.has(`${table} ${rowId}`)) touched.push({ table, rowId });
  return touched;
}

async function inSteps<T>(
  all: readonly T[],
  work: (one: T) => unknown,
  report: (done: number) => void,
): Promise<void> {
  for (const [index, one] of all.entries()) {
    if (index % rowsPerStep === 0) {
      report(index);
      await breathe();
    }
    work(one);
  }
}

/** All go before any comes back: no two of them can want the same number on the way. */
function deleteRow(raw: Sqlite): (touched: Touched) => void {
  const existing = new Set(recordTables(raw));
  return ({ table, rowId }) => {
    if (existing.has(table)) raw.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(rowId);
  };
}

function putBack(raw: Sqlite, seq: number): (touched: Touched) => void {
  const newest = raw.prepare(
    `SELECT max(id) AS entry, (SELECT schema FROM change_set WHERE seq = change_seq) AS schema
     FROM change_row WHERE table_name = ? AND row_id = ? AND change_seq <= ?`,
  );
  const { today } = imageReader(raw);
  return (touched) => {
    const found = newest.get(touched.table, touched.rowId, seq) as {
      entry: number | null;
      schema: number | null;
    };
    const image = found.entry === null ? null : imageAfter(raw, touched, found.entry);
    // Both sides of the moment tell of the same row: they must say the same.
    const next = entryAfter(raw, touched, seq);
    const then = next && image && asWrittenFor(raw, next, image, found.schema ?? 0);
    if (next && !agreesBefore(then ?? null, next)) throw pastUnclear();
    if (image === null || found.entry === null) return;
    const rows = today({ ...touched, image, entry: found.entry, schema: found.schema ?? 0 });
    if (rows === null) throw pastUnclear();
    for (const row of rows)
      if (row.table === touched.table || !isToldItself(raw, row, seq)) insertRow(raw, row.table, row.image);
  };
}

/**
 * What a migration gave to rows is known from the journal after it, which is gone now: it is written down again, so that the
 * journal of the copy adds up as well.
 */
function recordGiven(raw: Sqlite, touched: readonly Touched[], at: string): void {
  const id = randomUUID();
  openChangeSet(raw, id);
  const newest = raw.prepare(
    `SELECT max(id) AS entry, (SELECT schema FROM change_set WHERE seq = change_seq) AS schema
     FROM change_row WHERE table_name = ? AND row_id = ?`,
  );
  const write = raw.prepare(
    'INSERT INTO journal_pending (table_name, row_id, before, after) VALUES (?, ?, ?, ?)',
  );
  const { today } = imageReader(raw);
  const madeFrom = (one: Touched, row: Touched) => row.table !== one.table && isToldItself(raw, row);
  for (const one of touched) {
    const { entry, schema } = newest.get(one.table, one.rowId) as Newest;
    const image = entry === null ? null : imageAfter(raw, one, entry);
    if (image === null || entry === null) continue;
    for (const { table, rowId, image: told } of today({ ...one, image, entry, schema: schema ?? 0 }) ?? []) {
      if (madeFrom(one, { table, rowId })) continue;
      const row = raw.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(rowId) as Image;
      const given = Object.keys(told).filter((column) => row[column] !== told[column]);
      const only = (of: Image) =>
        JSON.stringify(Object.fromEntries(given.map((column) => [column, of[column]])));
      if (given.length > 0) write.run(table, rowId, only(told), only(row));
    }
  }
  closeChangeSet(raw, { ...migrationHead, id, origin: id, at });
}

function insertRow(raw: Sqlite, table: string, image: Image): void {
  const names = Object.keys(image);
  const columns = names.map((name) => `"${name}"`).join(', ');
  const places = names.map((name) => `@${name}`).join(', ');
  raw.prepare(`INSERT INTO "${table}" (${columns}) VALUES (${places})`).run(image);
}

/** What came later, and typing that never became a record. Contents stay: nothing names those that came later. */
function forgetAfter(raw: Sqlite, seq: number): void {
  for (const sql of ['DELETE FROM change_set WHERE seq > ?', 'DELETE FROM backup_log WHERE seq > ?'])
    raw.prepare(sql).run(seq);
  raw.exec(`
    DELETE FROM read_mark WHERE version NOT IN (SELECT id FROM change_set);
    DELETE FROM origin WHERE since NOT IN (SELECT id FROM change_set);
    DELETE FROM draft;
    DELETE FROM user_secret;`);
  forgetReader(raw);
}

function pastUnclear(): AppError {
  return new AppError('STORE_DAMAGED', { reason: 'past' });
}
