import type { Database as Sqlite } from 'better-sqlite3';
import { closeChangeSet, nextSeq, programId } from './change-set.ts';

/**
 * What is no record: the journal itself, unsaved typing, bookmarks, PINs, settings of this PC and the log of backups. And the bytes of
 * attachments: an image is JSON, which holds no BLOB; the hash in the attachment's own row vouches for them.
 */
const unjournalled = new Set([
  'meta',
  'change_set',
  'change_row',
  'draft',
  'preference',
  'backup_log',
  'attachment_content',
  'read_mark',
  'user_secret',
]);

/** The tables whose every change is journalled: all but the few above, so that a new table cannot be forgotten. */
export function recordTables(raw: Sqlite): string[] {
  const names = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
    .pluck()
    .all() as string[];
  return names.filter((name) => !unjournalled.has(name));
}

export function columnsOf(raw: Sqlite, table: string): string[] {
  return raw.prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(table) as string[];
}

/** The image of a row as the journal keeps it; `row` is NEW, OLD or the table's own name. */
function rowImage(columns: readonly string[], row: string): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}."${column}"`).join(', ')})`;
}

export function installJournalTriggers(raw: Sqlite): void {
  for (const table of recordTables(raw)) {
    const columns = columnsOf(raw, table);
    const differs = columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ');
    const write = (id: string, before: string, after: string) =>
      `INSERT INTO change_row (change_seq, table_name, row_id, before, after)
  VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM change_set), '${table}', ${id}, ${before}, ${after});`;
    const older = rowImage(columns, 'OLD');
    const newer = rowImage(columns, 'NEW');
    raw.exec(`
CREATE TRIGGER journal_${table}_insert AFTER INSERT ON "${table}" BEGIN
  ${write('NEW.id', 'NULL', newer)}
END;
CREATE TRIGGER journal_${table}_update AFTER UPDATE ON "${table}" WHEN ${differs} BEGIN
  ${write('OLD.id', older, newer)}
END;
CREATE TRIGGER journal_${table}_delete AFTER DELETE ON "${table}" BEGIN
  ${write('OLD.id', older, 'NULL')}
END;`);
  }
}

/** Off while migrations run: they change the columns the triggers name. */
export function removeJournalTriggers(raw: Sqlite): void {
  const names = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'journal_*'`)
    .pluck()
    .all() as string[];
  for (const name of names) raw.exec(`DROP TRIGGER "${name}"`);
}

/** A migration that changed rows leaves a change set as well, so that the journal still adds up to the tables. */
export function recordMigratedRows(raw: Sqlite, at: string): void {
  const seq = nextSeq(raw);
  const insert = raw.prepare(
    'INSERT INTO change_row (change_seq, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)',
  );
  for (const difference of differences(raw)) {
    insert.run(seq, difference.table, difference.rowId, difference.journalled, difference.stored);
  }
  closeChangeSet(raw, { at, actor: programId, command: 'migrate', kind: 'do', target: null, final: true });
}

type Difference = { table: string; rowId: string; journalled: string | null; stored: string | null };

/**
 * Rows whose newest image in the journal is not what the table holds: none, unless somebody went round the journal.
 * @param watch told how many tables are done
 */
export function* differences(
  raw: Sqlite,
  watch: (done: number, total: number) => void = () => undefined,
): Generator<Difference> {
  const newest = `SELECT row_id, after FROM change_row
    WHERE id IN (SELECT max(id) FROM change_row WHERE table_name = ? GROUP BY row_id)`;
  const tables = new Set([
    ...recordTables(raw),
    ...(raw.prepare('SELECT DISTINCT table_name FROM change_row').pluck().all() as string[]),
  ]);
  const existing = new Set(recordTables(raw));
  for (const [done, table] of [...tables].entries()) {
    watch(done, tables.size);
    const stored = new Map<string, string>();
    if (existing.has(table)) {
      const image = rowImage(columnsOf(raw, table), `"${table}"`);
      for (const [rowId, row] of raw
        .prepare(`SELECT id, ${image} FROM "${table}"`)
        .raw()
        .iterate() as Iterable<[string, string]>) {
        stored.set(rowId, row);
      }
    }
    const journalled = raw.prepare(newest).raw().all(table) as [string, string | null][];
    for (const [rowId, after] of journalled) {
      const row = stored.get(rowId) ?? null;
      stored.delete(rowId);
      if (row !== after) yield { table, rowId, journalled: after, stored: row };
    }
    for (const [rowId, row] of stored) yield { table, rowId, journalled: null, stored: row };
  }
}
