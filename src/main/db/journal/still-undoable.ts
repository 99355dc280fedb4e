import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import type { RecordDefinition } from '#shared/record.ts';
import { records } from '#shared/records.ts';
import { programId } from './change-set.ts';
import { recordTables } from './triggers.ts';

/**
 * Of these change sets those that somebody did and that nothing done since has touched again, or has added something to what
 * they brought: the others would be refused. What later was undone itself does not count.
 */
export function stillUndoable(raw: Sqlite, seqs: readonly number[]): Set<number> {
  const undone = (seq: string) =>
    `coalesce((SELECT kind FROM change_set WHERE target = ${seq} ORDER BY seq DESC LIMIT 1), '') = 'undo'`;
  const stands = `s.kind = 'do' AND s.command <> 'migrate' AND NOT ${undone('s.seq')}`;
  const found = preparedOnce<{ seq: number }>(
    raw,
    `SELECT seq FROM change_set AS c
     WHERE seq IN (SELECT value FROM json_each(?)) AND kind = 'do' AND final = 0 AND actor <> '${programId}'
       AND command <> 'migrate' AND NOT ${undone('c.seq')}
       AND NOT EXISTS (
         SELECT 1 FROM change_row AS mine
         JOIN change_row AS later ON later.table_name = mine.table_name AND later.row_id = mine.row_id
         JOIN change_set AS s ON s.seq = later.change_seq
         WHERE mine.change_seq = c.seq AND later.change_seq > c.seq AND ${stands}
       )`,
  ).all(JSON.stringify(seqs));
  const untouched = new Set(found.map(({ seq }) => seq));
  for (const seq of leantOn(raw, [...untouched])) untouched.delete(seq);
  return untouched;
}

type Link = { table: string; column: string; to: string };

/** Those that brought a row which rows of other change sets refer to by now, or are files of. */
function leantOn(raw: Sqlite, seqs: readonly number[]): number[] {
  const brought = preparedOnce<{ seq: number; table: string; rowId: string }>(
    raw,
    `SELECT DISTINCT change_seq AS seq, table_name AS "table", row_id AS rowId FROM change_row AS mine
     WHERE change_seq IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
       SELECT 1 FROM change_row AS earlier WHERE earlier.table_name = mine.table_name
         AND earlier.row_id = mine.row_id AND earlier.id < mine.id)`,
  ).all(JSON.stringify(seqs));
  const byTable = Map.groupBy(brought, ({ table }) => table);
  return linksOf(raw).flatMap(({ table, column, to }) => {
    const rows = byTable.get(to);
    if (!rows) return [];
    return preparedOnce<{ seq: number }>(
      raw,
      `SELECT DISTINCT wanted.value ->> 'seq' AS seq FROM json_each(?) AS wanted
       JOIN "${table}" AS other ON other."${column}" = wanted.value ->> 'rowId'
       WHERE NOT EXISTS (SELECT 1 FROM change_row AS own WHERE own.table_name = '${table}'
         AND own.row_id = other.id AND own.change_seq = wanted.value ->> 'seq')`,
    )
      .all(JSON.stringify(rows))
      .map(({ seq }) => seq);
  });
}

/** Which records refer to which, as the schema says it, and the files, which belong to records of several tables. */
function linksOf(raw: Sqlite): Link[] {
  const tables = recordTables(raw);
  const links = tables.flatMap((table) =>
    preparedOnce<{ column: string; to: string }>(
      raw,
      `SELECT "from" AS "column", "table" AS "to" FROM pragma_foreign_key_list(?) WHERE on_delete <> 'CASCADE'`,
    )
      .all(table)
      .map((link) => ({ table, ...link })),
  );
  const held = records.flatMap(({ table, heldBy }: RecordDefinition) =>
    heldBy ? tables.map((to) => ({ table, column: heldBy.id, to })) : [],
  );
  return [...links, ...held].filter(({ to }) => tables.includes(to));
}

/** The rows of one table that these change sets touched. */
export function rowsOfSets(
  raw: Sqlite,
  table: string,
  seqs: readonly number[],
): Map<number, readonly string[]> {
  const rows = preparedOnce<{ seq: number; rowId: string }>(
    raw,
    `SELECT DISTINCT change_seq AS seq, row_id AS rowId FROM change_row
     WHERE change_seq IN (SELECT value FROM json_each(?)) AND table_name = ?`,
  ).all(JSON.stringify(seqs), table);
  const bySeq = Map.groupBy(rows, ({ seq }) => seq);
  return new Map([...bySeq].map(([seq, own]) => [seq, own.map(({ rowId }) => rowId)]));
}
