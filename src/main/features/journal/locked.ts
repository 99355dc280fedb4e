import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import { closedAmong, tablesLockedByClosing } from '#main/features/conferences/index.ts';
import { lockedAmong } from '#main/features/documents/index.ts';
import { ownerId } from '#main/records/owners.ts';

/** Of these change sets those that the database would refuse to undo: what they touched is closed, approved or issued by now. */
export function lockedSets(raw: Sqlite, seqs: readonly number[]): Set<number> {
  const rows = preparedOnce<{ seq: number; table: string; rowId: string; owner: string }>(
    raw,
    `SELECT DISTINCT change_seq AS seq, table_name AS "table", row_id AS rowId, ${ownerId} AS owner
     FROM change_row WHERE change_seq IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(seqs));
  const tables = tablesLockedByClosing(raw);
  const ofConferences = rows.filter(({ table }) => tables.has(table));
  const closed = closedAmong(
    raw,
    ofConferences.map(({ owner }) => owner),
  );
  const ofDocuments = rows.filter(({ table }) => table === 'document');
  const locked = lockedAmong(
    raw,
    ofDocuments.map(({ rowId }) => rowId),
  );
  return new Set([
    ...ofConferences.filter(({ owner }) => closed.has(owner)).map(({ seq }) => seq),
    ...ofDocuments.filter(({ rowId }) => locked.has(rowId)).map(({ seq }) => seq),
  ]);
}
