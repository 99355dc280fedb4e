import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import { programId } from './change-set.ts';

/**
 * Of these change sets those that somebody did and that nothing done since has touched again: the others would be refused.
 * What later was undone itself does not count.
 */
export function stillUndoable(raw: Sqlite, seqs: readonly number[]): Set<number> {
  const undone = (seq: string) =>
    `coalesce((SELECT kind FROM change_set WHERE target = ${seq} ORDER BY seq DESC LIMIT 1), '') = 'undo'`;
  const found = preparedOnce<{ seq: number }>(
    raw,
    `SELECT seq FROM change_set AS c
     WHERE seq IN (SELECT value FROM json_each(?)) AND kind = 'do' AND final = 0 AND actor <> '${programId}'
       AND command <> 'migrate' AND NOT ${undone('c.seq')}
       AND NOT EXISTS (
         SELECT 1 FROM change_row AS mine
         JOIN change_row AS later ON later.table_name = mine.table_name AND later.row_id = mine.row_id
           AND later.id > mine.id AND later.change_seq > c.seq
         JOIN change_set AS s ON s.seq = later.change_seq
         WHERE mine.change_seq = c.seq AND s.kind = 'do' AND s.command <> 'migrate' AND NOT ${undone('s.seq')}
       )`,
  ).all(JSON.stringify(seqs));
  return new Set(found.map(({ seq }) => seq));
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
