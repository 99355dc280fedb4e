import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';

/** The tables that are locked with a closed conference: those with a trigger that says so. */
export function tablesLockedByClosing(raw: Sqlite): Set<string> {
  const locks = `SELECT tbl_name AS name FROM sqlite_schema WHERE type = 'trigger' AND name = tbl_name || '_closed_update'`;
  return new Set(
    preparedOnce<{ name: string }>(raw, locks)
      .all()
      .map(({ name }) => name),
  );
}

/** Those of these conferences that are closed. */
export function closedAmong(raw: Sqlite, ids: readonly string[]): Set<string> {
  const rows = preparedOnce<{ id: string }>(
    raw,
    'SELECT id FROM conference WHERE closed_at IS NOT NULL AND id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(ids));
  return new Set(rows.map(({ id }) => id));
}
