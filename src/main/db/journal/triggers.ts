import type { Database as Sqlite } from 'better-sqlite3';

/**
 * What is no record: the journal itself, unsaved typing, bookmarks, PINs, settings of this PC and the log of backups. And the bytes of
 * attachments: an image is JSON, which holds no BLOB; the hash in the attachment's own row vouches for them.
 */
const unjournalled = new Set([
  'meta',
  'origin',
  'change_set',
  'change_row',
  'change_open',
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

/**
 * The locks in the file: whoever changes a record, with whatever tool, opens a change set, and nothing is committed
 * before one is sealed (`change_open` refers to a change set that does not exist yet).
 */
export function installLocks(raw: Sqlite): void {
  for (const table of recordTables(raw)) {
    for (const act of ['INSERT', 'UPDATE', 'DELETE']) {
      raw.exec(`
CREATE TRIGGER journalled_${table}_${act.toLowerCase()} AFTER ${act} ON "${table}"
WHEN NOT EXISTS (SELECT 1 FROM change_open) BEGIN
  INSERT INTO change_open (change_seq) SELECT coalesce(max(seq), 0) + 1 FROM change_set;
END;`);
    }
  }
}

/** Off while migrations run: they change the tables. Also those of stores before version 11, which wrote whole rows. */
export function removeLocks(raw: Sqlite): void {
  dropTriggers(raw, 'main', `name GLOB 'journal_*' OR name GLOB 'journalled_*'`);
  dropWatches(raw);
}

/** By their names, not by those of the tables: one that was renamed takes its own along. */
function dropWatches(raw: Sqlite): void {
  dropTriggers(raw, 'temp', `name GLOB 'watch_*'`);
}

function dropTriggers(raw: Sqlite, schema: 'main' | 'temp', which: string): void {
  const names = raw
    .prepare(`SELECT name FROM ${schema}.sqlite_schema WHERE type = 'trigger' AND (${which})`)
    .pluck()
    .all() as string[];
  for (const name of names) raw.exec(`DROP TRIGGER ${schema}."${name}"`);
}

/**
 * What is changed is written down in the memory of this connection until the change set is sealed: a row that came or
 * went as a whole, of one that was changed only the columns that were. `journal_running` is the id of the change set.
 * To be called for each connection, after all migrations.
 */
export function watchRecords(raw: Sqlite): void {
  preparePending(raw);
  dropWatches(raw);
  for (const table of recordTables(raw)) watchTable(raw, table);
}

/** Where a running change is written down; also what only reads asks it. */
export function preparePending(raw: Sqlite): void {
  raw.exec(`
DROP TABLE IF EXISTS temp.journal_pending;
CREATE TEMP TABLE journal_pending (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  -- Of an update: which one, and one of its columns with its values. Else null, and whole rows as JSON.
  change INTEGER,
  column_name TEXT,
  before,
  after
);
DROP TABLE IF EXISTS temp.journal_running;
CREATE TEMP TABLE journal_running (id TEXT);
INSERT INTO journal_running VALUES (NULL);
CREATE INDEX temp.journal_pending_row ON journal_pending (table_name, row_id);`);
}

function watchTable(raw: Sqlite, table: string): void {
  const columns = columnsOf(raw, table);
  const whole = (row: string) =>
    `json_object(${columns.map((column) => `'${column}', ${row}."${column}"`).join(', ')})`;
  const differs = (column: string) => `OLD."${column}" IS NOT NEW."${column}"`;
  const changed = columns.map(
    (column) =>
      `SELECT '${column}' AS name, OLD."${column}" AS older, NEW."${column}" AS newer WHERE ${differs(column)}`,
  );
  const write = (id: string, before: string, after: string) =>
    `INSERT INTO journal_pending (table_name, row_id, before, after) VALUES ('${table}', ${id}, ${before}, ${after});`;
  raw.exec(`
CREATE TEMP TRIGGER watch_${table}_insert AFTER INSERT ON main."${table}" BEGIN
  ${write('NEW.id', 'NULL', whole('NEW'))}
END;
CREATE TEMP TRIGGER watch_${table}_update AFTER UPDATE ON main."${table}"
WHEN ${columns.map(differs).join(' OR ')} BEGIN
  INSERT INTO journal_pending (table_name, row_id, change, column_name, before, after)
  SELECT '${table}', OLD.id, (SELECT coalesce(max(id), 0) + 1 FROM journal_pending), name, older, newer
  FROM (${changed.join(' UNION ALL ')});
END;
CREATE TEMP TRIGGER watch_${table}_delete AFTER DELETE ON main."${table}" BEGIN
  ${write('OLD.id', whole('OLD'), 'NULL')}
END;`);
}
