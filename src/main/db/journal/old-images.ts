import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import type { Formerly } from '#shared/record.ts';
import { carriedOver, ownStepsOf, stepsOf } from './formerly.ts';
import type { Image, Value } from './image.ts';
import { changeAt, hasForms, type RowName } from './reader.ts';
import { recordTables } from './triggers.ts';

/*
 * Images of any earlier schema as rows of today's tables, for everybody who reads the journal. A column that is new has
 * the value that it got when it came, one that is gone is left out; what was renamed, split, or changed its meaning is
 * described beside the record (`formerly` of `defineRecord`).
 */

/** A row of a table as it is today. */
export type TodaysRow = { table: string; rowId: string; image: Image };

/** Where an image comes from: the entry of the journal says what happened to the row after it. */
export type OldImage = { table: string; rowId: string; image: Image; entry: number; schema: number };

export type ImageReader = {
  /** @returns the rows of today that it became; null when it cannot be carried over */
  today: (old: OldImage) => TodaysRow[] | null;
  /** Tables of which others were made after that schema, and which are still there. */
  dividedSince: (schema: number) => string[];
};

type Column = { name: string; type: string; notnull: 0 | 1; dflt_value: string | null };
/** One record of today that rows of a table became; until a schema where that is another table. */
type Heir = { table: string; steps: readonly Formerly[]; until: number };

/** Made once for each connection, and again when its schema has changed. */
export function imageReader(raw: Sqlite): ImageReader {
  const versions = preparedOnce(
    raw,
    'SELECT schema_version, user_version FROM pragma_schema_version, pragma_user_version',
  ).raw();
  const version = String(versions.get());
  const known = readers.get(raw);
  if (known?.version === version) return known.reader;
  const reader = makeReader(raw);
  readers.set(raw, { version, reader });
  return reader;
}
const readers = new WeakMap<Sqlite, { version: string; reader: ImageReader }>();

/** Of a journal that was shortened: what it told may be gone. */
export function forgetReader(raw: Sqlite): void {
  readers.delete(raw);
}

function makeReader(raw: Sqlite): ImageReader {
  const now = raw.pragma('user_version', { simple: true }) as number;
  const heirs = heirsOf(raw, now);
  const given = givenValues(raw);
  const columns = new Map<string, Column[]>();
  const columnsOf = (table: string) => {
    const known = columns.get(table) ?? (raw.pragma(`table_info("${table}")`) as Column[]);
    columns.set(table, known);
    return known;
  };
  return {
    today: (old) => {
      const rows: TodaysRow[] = [];
      for (const { table, steps, until } of heirs.get(old.table) ?? []) {
        if (old.schema >= until) continue;
        const image = carriedOver(raw, steps, old.image, old.schema, now);
        // Nothing came of it there; of its own table it must still be a row.
        if (image === null && table !== old.table) continue;
        if (image === null) return null;
        rows.push({
          table,
          rowId: String(image.id),
          image: filled(image, columnsOf(table), (column) => given(old, column)),
        });
      }
      return rows.length > 0 ? rows : null;
    },
    dividedSince: (schema) =>
      recordTables(raw).filter((from) =>
        heirs.get(from)?.some(({ table, until }) => table !== from && schema < until),
      ),
  };
}

/** By table, of today or of an earlier schema: the records that its rows became. */
function heirsOf(raw: Sqlite, now: number): Map<string, Heir[]> {
  const heirs = new Map<string, Heir[]>();
  for (const table of recordTables(raw)) {
    const steps = stepsOf(table);
    // What it was read from first, when that was another table; until then its own images are newer.
    for (const from of new Set([table, ...steps.flatMap((step) => step.table ?? [])])) {
      const first = steps.findIndex((step) => step.table === from);
      const until = steps[first]?.until ?? 0;
      const heir =
        from === table
          ? { table, steps: ownStepsOf(table), until: Number.POSITIVE_INFINITY }
          : { table, steps: steps.slice(first), until };
      // In a store that is still to be migrated it is another table, or the same one with other rows.
      if (from === table || until <= now) heirs.set(from, [...(heirs.get(from) ?? []), heir]);
    }
  }
  return heirs;
}

/**
 * Whether the journal tells of a row under its own name, so that it needs no image of the table that it was made from.
 * @param seq up to which change set
 */
export function isToldItself(raw: Sqlite, { table, rowId }: RowName, seq = Number.MAX_SAFE_INTEGER): boolean {
  return (
    preparedOnce(
      raw,
      'SELECT 1 FROM change_row WHERE table_name = ? AND row_id = ? AND change_seq <= ? LIMIT 1',
    ).get(table, rowId, seq) !== undefined
  );
}

function filled(image: Image, columns: readonly Column[], given: (column: Column) => Value): Image {
  return Object.fromEntries(
    columns.map((column) => {
      const kept = image[column.name];
      return [column.name, kept === undefined ? given(column) : kept];
    }),
  );
}

/** What a new column got: by the migration in the row itself, or in others of its table; by the schema. */
function givenValues(raw: Sqlite): (old: OldImage, column: Column) => Value {
  // Of others: the whole journal is looked through for it, so once.
  const toOthers = new Map<string, Value | undefined>();
  return (old, column) => {
    const own = valueTold(raw, entryOfRow(raw, old, column.name), column.name);
    if (own !== undefined) return own;
    const key = `${old.table} ${column.name}`;
    if (!toOthers.has(key))
      toOthers.set(key, valueTold(raw, entryOfTable(raw, old.table, column.name), column.name));
    const others = toOthers.get(key);
    return others === undefined ? schemaValue(raw, column) : others;
  };
}

type Entry = RowName & { id: number };

/** What is no JSON is told where its row is read; another row is not kept from being read by it. */
const says = (image: string) =>
  `CASE WHEN json_valid(${image}) THEN json_type(${image}, @path) END IS NOT NULL`;

/** The first entry of the row after that one that tells of the column. */
function entryOfRow(raw: Sqlite, { table, rowId, entry }: OldImage, column: string): Entry | undefined {
  return preparedOnce<Entry>(
    raw,
    `SELECT id, table_name AS "table", row_id AS rowId FROM change_row
     WHERE table_name = @table AND row_id = @rowId AND id > @entry AND (${says('before')} OR ${says('after')})
     ORDER BY id LIMIT 1`,
  ).get({ path: pathOf(column), table, rowId, entry });
}

/** The first entry of the table by which a migration of before version 11, which wrote whole rows, gave it a value. */
function entryOfTable(raw: Sqlite, table: string, column: string): Entry | undefined {
  return preparedOnce<Entry>(
    raw,
    `SELECT r.id, r.table_name AS "table", r.row_id AS rowId
     FROM change_set AS c CROSS JOIN change_row AS r ON r.change_seq = c.seq
     WHERE c.command = 'migrate' AND ${hasForms(raw) ? 'c.form = 1 AND' : ''} r.table_name = @table
       AND ${says('r.after')}
     ORDER BY r.id LIMIT 1`,
  ).get({ path: pathOf(column), table });
}

function pathOf(column: string): string {
  return `$."${column}"`;
}

/** What stood before the first change that tells of it, or what the migration put there. */
function valueTold(raw: Sqlite, entry: Entry | undefined, column: string): Value | undefined {
  const change = entry && changeAt(raw, entry, entry.id);
  return [change?.before, change?.after].find((image) => image?.[column] !== undefined)?.[column];
}

/** What the schema gives to rows that were there when the column came. */
export function schemaValue(raw: Sqlite, { type, notnull, dflt_value }: Omit<Column, 'name'>): Value {
  if (dflt_value !== null) return raw.prepare(`SELECT ${dflt_value}`).pluck().get() as Value;
  if (notnull === 0) return null;
  return type === 'INTEGER' ? 0 : '';
}
