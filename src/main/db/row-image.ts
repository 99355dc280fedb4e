import type { Database as Sqlite } from 'better-sqlite3';

/** A row of a table as the journal keeps it. */
export type Image = Record<string, string | number | null>;

type Column = { name: string; type: string; notnull: 0 | 1; dflt_value: string | null };

/**
 * Reads images written under an older schema as rows of today's: columns that are gone are left out, one that came
 * later has the value that it got when it came.
 * @param seq the images are of this change set or before
 */
export function imageReader(raw: Sqlite, seq: number): (table: string, rowId: string, text: string) => Image {
  const known = new Map<string, Column[]>();
  const columnsOf = (table: string) => {
    const columns = known.get(table) ?? (raw.pragma(`table_info("${table}")`) as Column[]);
    known.set(table, columns);
    return columns;
  };
  const given = valueGiven(raw, seq);
  return (table, rowId, text) => {
    const image = JSON.parse(text) as Image;
    return Object.fromEntries(
      columnsOf(table).map((column) => {
        const kept = image[column.name];
        return [column.name, kept === undefined ? given(table, rowId, column) : kept];
      }),
    );
  };
}

/** By the migration to the row itself, to others of its table, or by the schema. */
function valueGiven(
  raw: Sqlite,
  seq: number,
): (table: string, rowId: string, column: Column) => Image[string] {
  const toRow = raw.prepare(
    `SELECT json_extract(after, @path) AS value FROM change_row
     WHERE table_name = @table AND row_id = @rowId AND change_seq > @seq AND json_type(after, @path) IS NOT NULL
     ORDER BY id LIMIT 1`,
  );
  const toOthers = raw.prepare(
    `SELECT json_extract(r.after, @path) AS value FROM change_row r JOIN change_set c ON c.seq = r.change_seq
     WHERE c.command = 'migrate' AND r.table_name = @table AND json_type(r.after, @path) IS NOT NULL
     ORDER BY r.id LIMIT 1`,
  );
  return (table, rowId, { name, type, notnull, dflt_value }) => {
    const path = `$."${name}"`;
    const found = (toRow.get({ path, table, rowId, seq }) ?? toOthers.get({ path, table })) as
      | { value: Image[string] }
      | undefined;
    if (found) return found.value;
    if (dflt_value !== null) return raw.prepare(`SELECT ${dflt_value}`).pluck().get() as Image[string];
    if (notnull === 0) return null;
    return type === 'INTEGER' ? 0 : '';
  };
}
