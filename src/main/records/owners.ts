import type { Database as Sqlite } from 'better-sqlite3';
import { ownerLink, type RecordDefinition } from '#shared/record.ts';
import { recordOf } from '#shared/record-lookup.ts';
import { records, type Table } from '#shared/records.ts';

/*
 * Which record a change is about. A row of the journal belongs to the record of its table or, where that is a part of
 * another, to the one at the end of that way. The row itself may be gone: its image says which it was a part of.
 */

/** A record that stands for itself, by its table and the place of its id in an image. */
type Way = { owner: string /** An SQL expression over a row of `change_row`. */; id: string };

const image = 'coalesce(change_row.after, change_row.before)';

/** @returns null for a table of a later version */
function wayUp(table: string): Way | null {
  const record = recordOf(table);
  if (!record) return null;
  const up = ownerLink(record);
  if (!up) return { owner: table, id: 'change_row.row_id' };
  return further(up.link.to, `json_extract(${image}, '$.${up.column}')`);
}

/** From a record whose id that expression gives, to the one that it is a part of in the end. */
function further(table: string, id: string): Way {
  const up = ownerLink(recordOf(table) as RecordDefinition);
  if (!up) return { owner: table, id };
  return further(up.link.to, lastValue(table, up.column, id));
}

/** What a column was last, of a row that is there or gone. */
function lastValue(table: string, column: string, id: string): string {
  return `(SELECT json_extract(coalesce(above.after, above.before), '$.${column}') FROM change_row AS above
    WHERE above.table_name = '${table}' AND above.row_id = ${id} ORDER BY above.id DESC LIMIT 1)`;
}

const ways = new Map<string, Way>(
  records.flatMap(({ table }) => {
    const way = wayUp(table);
    return way ? [[table, way] as const] : [];
  }),
);

/** The table of the record that rows of this table belong to; undefined for a table of a later version. */
export function ownerTable(table: string): string | undefined {
  return ways.get(table)?.owner;
}

/** An SQL expression over `change_row`: the id of the record that the row belongs to, for rows of these tables. */
export function ownerId(tables: readonly string[]): string {
  const cases = tables.flatMap((table) => {
    const way = ways.get(table);
    return way ? [`WHEN '${table}' THEN ${way.id}`] : [];
  });
  return `CASE change_row.table_name ${cases.join(' ')} END`;
}

/** The tables whose rows belong to records that `is` holds of. */
export function tablesUnder(is: (owner: RecordDefinition) => boolean): string[] {
  return records.flatMap(({ table }) => {
    const owner = recordOf(ownerTable(table) ?? '');
    return owner && is(owner) ? [table] : [];
  });
}

/** The tables whose rows belong to a record of that table: its parts, theirs, and its files. */
export function tablesOf(table: string): string[] {
  const holds = recordOf(table)?.holdsFiles ?? false;
  return records
    .filter(
      (record: RecordDefinition) =>
        record.table !== table && (isUnder(record, table) || (holds && record.heldBy)),
    )
    .map((record) => record.table);
}

function isUnder(record: RecordDefinition, table: string): boolean {
  if (record.table === table) return true;
  const above = recordOf(ownerLink(record)?.link.to ?? '');
  return above ? isUnder(above, table) : false;
}

/** The rows of these tables that change sets later than `seq` have touched. */
export function changedIds(raw: Sqlite, seq: number, tables: readonly Table[]): string[] {
  const places = tables.map(() => '?').join(', ');
  return raw
    .prepare(`SELECT DISTINCT row_id FROM change_row WHERE change_seq > ? AND table_name IN (${places})`)
    .pluck()
    .all(seq, ...tables) as string[];
}

/** The records that change sets later than `seq` have touched, by rows of these tables. */
export function changedOwners(
  raw: Sqlite,
  seq: number,
  tables: readonly string[],
): { table: string; id: string }[] {
  const places = tables.map(() => '?').join(', ');
  const rows = raw
    .prepare(
      `SELECT DISTINCT table_name AS "table", ${ownerId(tables)} AS id FROM change_row
       WHERE change_seq > ? AND table_name IN (${places})`,
    )
    .all(seq, ...tables) as { table: string; id: string | null }[];
  return rows.flatMap(({ table, id }) => {
    const owner = ownerTable(table);
    return owner && id ? [{ table: owner, id }] : [];
  });
}
