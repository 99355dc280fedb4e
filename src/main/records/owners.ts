import type { Database as Sqlite } from 'better-sqlite3';
import { ownerLink, type RecordDefinition } from '#shared/record.ts';
import { recordOf } from '#shared/record-lookup.ts';
import { records, type Table } from '#shared/records.ts';

/*
 * Which record a change is about. A row of the journal belongs to the record of its table or, where that is a part of
 * another, to the one at the end of that way: the journal keeps its id beside each row.
 */

const owners = new Map(
  records.flatMap((record: RecordDefinition) => {
    const owner = topOf(record.table);
    return owner ? [[record.table, owner] as const] : [];
  }),
);

function topOf(table: string): string | null {
  const record = recordOf(table);
  if (!record) return null;
  const up = ownerLink(record);
  return up ? topOf(up.link.to) : table;
}

/** The table of the record that rows of this table belong to; undefined for a table of a later version. */
export function ownerTable(table: string): string | undefined {
  return owners.get(table);
}

const held = records.filter((record: RecordDefinition) => record.heldBy).map(({ table }) => table);

/** An SQL expression over `change_row`: the id of the record that the row belongs to. A file stands for itself. */
export const ownerId = `CASE WHEN change_row.table_name IN (${held.map((table) => `'${table}'`).join(', ')})
  THEN change_row.row_id ELSE coalesce(change_row.owner_id, change_row.row_id) END`;

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

/** With the sign SQLite looks at the newest changes alone; without it, at all that were ever made in those tables. */
const sinceBySeq = '+table_name';

/** The rows of these tables that change sets later than `seq` have touched. */
export function changedIds(raw: Sqlite, seq: number, tables: readonly Table[]): string[] {
  const places = tables.map(() => '?').join(', ');
  return raw
    .prepare(`SELECT DISTINCT row_id FROM change_row WHERE change_seq > ? AND ${sinceBySeq} IN (${places})`)
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
      `SELECT DISTINCT table_name AS "table", ${ownerId} AS id FROM change_row
       WHERE change_seq > ? AND ${sinceBySeq} IN (${places})`,
    )
    .all(seq, ...tables) as { table: string; id: string | null }[];
  return rows.flatMap(({ table, id }) => {
    const owner = ownerTable(table);
    return owner && id ? [{ table: owner, id }] : [];
  });
}
