import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';

/** Those of these documents that are issued, voided or approved: as they are, they stay. */
export function lockedAmong(raw: Sqlite, ids: readonly string[]): Set<string> {
  const rows = preparedOnce<{ id: string }>(
    raw,
    `SELECT id FROM document WHERE id IN (SELECT value FROM json_each(?)) AND (
       status = 'voided' OR (status = 'issued' AND is_from_paper = 0)
       OR (status = 'draft' AND (SELECT kind FROM document_step WHERE document_id = document.id
         ORDER BY position DESC LIMIT 1) = 'approve'))`,
  ).all(JSON.stringify(ids));
  return new Set(rows.map(({ id }) => id));
}
