import { createHash } from 'node:crypto';
import type { Database as Sqlite } from 'better-sqlite3';
import { columnsOf, recordTables } from '#main/db/journal/triggers.ts';
import type { Migration } from '#main/db/migrate.ts';

/*
 * The journal as the program wrote it before version 11: whole rows, by triggers in the file, sealed in form v1. For tests
 * of stores that are older than the program.
 */

/** A store as the migrations up to there made it. */
export function makeOldStore(raw: Sqlite, migrations: readonly Migration[]): void {
  raw.pragma('recursive_triggers = ON');
  for (const { sql } of migrations) raw.exec(sql);
  raw.pragma(`user_version = ${migrations.length}`);
  for (const table of recordTables(raw)) {
    const columns = columnsOf(raw, table);
    const image = (row: string) =>
      `json_object(${columns.map((name) => `'${name}', ${row}."${name}"`).join(', ')})`;
    const write = (id: string, before: string, after: string) =>
      `INSERT INTO change_row (change_seq, table_name, row_id, before, after)
       VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM change_set), '${table}', ${id}, ${before}, ${after});`;
    raw.exec(`
CREATE TRIGGER journal_${table}_insert AFTER INSERT ON "${table}" BEGIN
  ${write('NEW.id', 'NULL', image('NEW'))}
END;
CREATE TRIGGER journal_${table}_update AFTER UPDATE ON "${table}"
WHEN ${columns.map((name) => `OLD."${name}" IS NOT NEW."${name}"`).join(' OR ')} BEGIN
  ${write('OLD.id', image('OLD'), image('NEW'))}
END;
CREATE TRIGGER journal_${table}_delete AFTER DELETE ON "${table}" BEGIN
  ${write('OLD.id', image('OLD'), 'NULL')}
END;`);
  }
}

/** Seals what was written in the open transaction. */
export function sealOld(
  raw: Sqlite,
  { at = 'x', command = 'x' }: { at?: string; command?: string } = {},
): number {
  const newest = raw.prepare('SELECT seq, hash FROM change_set ORDER BY seq DESC LIMIT 1').get();
  const { seq: before, hash: prev } = (newest as { seq: number; hash: string } | undefined) ?? {
    seq: 0,
    hash: '',
  };
  const seq = before + 1;
  const store = raw.prepare(`SELECT value FROM meta WHERE key = 'store_id'`).pluck().get();
  const hash = createHash('sha256');
  const add = (part: string | null) =>
    part === null ? hash.update('-;') : hash.update(`${Buffer.byteLength(part)};`).update(part);
  add(JSON.stringify(['v1', store, seq, prev, at, 'x', command, 'do', null, false]));
  const rows = raw
    .prepare('SELECT table_name, row_id, before, after FROM change_row WHERE change_seq = ? ORDER BY id')
    .raw()
    .all(seq) as (string | null)[][];
  for (const row of rows) row.forEach(add);
  raw
    .prepare(
      `INSERT INTO change_set (seq, at, actor, command, kind, target, final, prev_hash, hash)
       VALUES (?, ?, 'x', ?, 'do', NULL, 0, ?, ?)`,
    )
    .run(seq, at, command, prev, hash.digest('hex'));
  return seq;
}
