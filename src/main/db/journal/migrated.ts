import type { Database as Sqlite } from 'better-sqlite3';
import { type ChangeSetHead, closeChangeSet, migrationHead, openChangeSet } from './change-set.ts';
import { carriedOver, ownStepsOf } from './formerly.ts';
import { type Image, isSame, type ShortImage, shortOf } from './image.ts';
import { schemaValue } from './old-images.ts';
import { recordTables } from './triggers.ts';

/*
 * A migration leaves a change set as well, so that the journal still adds up to the tables; of what it changed alone. A
 * column that is new with the schema's value, gone, or described beside its record (`formerly`) is the business of who
 * reads an old image: writing every row again would double the store.
 */

type Column = { name: string; type: string; notnull: 0 | 1; dflt_value: string | null };
type Before = { columns: ReadonlySet<string>; rows: ReadonlyMap<string, ShortImage> };
export type BeforeMigration = {
  existing: ReadonlySet<string>;
  tables: ReadonlyMap<string, Before>;
  watch: MigrationWatch;
};

/** Told how many rows were looked at. */
export type MigrationWatch = (done: number, total: number) => void;

/**
 * What the migrations may change, as it is before them: the tables that they name. Their rows as they will be read
 * afterwards, with digests for long texts.
 * @param versions from which schema to which
 */
export function beforeMigration(
  raw: Sqlite,
  versions: { found: number; newest: number },
  sqls: readonly string[],
  watch: MigrationWatch,
): BeforeMigration {
  const words = new Set(sqls.flatMap((sql) => sql.toLowerCase().match(/\w+/gu) ?? []));
  const existing = recordTables(raw);
  const named = existing.filter((table) => words.has(table.toLowerCase()));
  const count = (table: string) => raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
  const total = named.reduce((sum, table) => sum + count(table), 0);
  let done = 0;
  const tables = new Map<string, Before>();
  for (const table of named) {
    const rows = new Map<string, ShortImage>();
    const steps = ownStepsOf(table);
    // Not iterated over: what reads them may ask the store for more.
    for (const row of rowsOf(raw, table)) {
      rows.set(String(row.id), shortOf(carriedOver(raw, steps, row, versions.found, versions.newest) ?? row));
      done += 1;
      if (done % 500 === 0) watch(done, 2 * total);
    }
    tables.set(table, { columns: new Set(columnsOf(raw, table).map(({ name }) => name)), rows });
  }
  return { existing: new Set(existing), tables, watch };
}

/** Writes down what the migrations changed in the rows. */
export function recordMigrated(
  raw: Sqlite,
  before: BeforeMigration,
  head: Pick<ChangeSetHead, 'id' | 'origin' | 'at'>,
): void {
  openChangeSet(raw, head.id);
  const write = raw.prepare(
    'INSERT INTO journal_pending (table_name, row_id, before, after) VALUES (?, ?, ?, ?)',
  );
  const tables = new Set(recordTables(raw));
  const total = before.tables.values().reduce((sum, { rows }) => sum + rows.size, 0);
  let done = 0;
  for (const [table, { rows, columns }] of before.tables) {
    const gone = new Set(rows.keys());
    if (tables.has(table)) {
      const changeOf = changeReader(raw, table, columns);
      for (const row of rowsOf(raw, table)) {
        const id = String(row.id);
        gone.delete(id);
        const change = changeOf(rows.get(id), row);
        if (change) write.run(table, id, ...change);
        done += 1;
        if (done % 500 === 0) before.watch(total + done, 2 * total);
      }
    }
    for (const id of gone) write.run(table, id, JSON.stringify(rows.get(id)), null);
  }
  for (const table of tables) {
    if (before.existing.has(table)) continue;
    for (const row of rowsOf(raw, table)) write.run(table, row.id, null, JSON.stringify(row));
  }
  closeChangeSet(raw, { ...migrationHead, ...head });
}

/** What changed of a row but for what its readers know of: as JSON, before and after; null: nothing. */
function changeReader(raw: Sqlite, table: string, known: ReadonlySet<string>) {
  const columns = columnsOf(raw, table);
  const given = new Map(columns.map((column) => [column.name, schemaValue(raw, column)]));
  return (old: ShortImage | undefined, row: Image): [string | null, string] | null => {
    if (!old) return [null, JSON.stringify(row)];
    const before: ShortImage = {};
    const after: Image = {};
    for (const [column, value] of Object.entries(row)) {
      const was = old[column];
      if (isSame(value, was === undefined && !known.has(column) ? given.get(column) : was)) continue;
      if (was !== undefined) before[column] = was;
      after[column] = value;
    }
    return Object.keys(after).length > 0 ? [JSON.stringify(before), JSON.stringify(after)] : null;
  };
}

/** One after the other: a table may be larger than the memory. */
function* rowsOf(raw: Sqlite, table: string): Generator<Image> {
  const read = raw.prepare(`SELECT * FROM "${table}" WHERE id = ?`);
  for (const id of raw.prepare(`SELECT id FROM "${table}"`).pluck().all()) yield read.get(id) as Image;
}

function columnsOf(raw: Sqlite, table: string): Column[] {
  return raw.pragma(`table_info("${table}")`) as Column[];
}
