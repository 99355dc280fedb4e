import type { Database as Sqlite } from 'better-sqlite3';
import { verifyStore } from '#main/db/journal/verify.ts';

/** Without the locks of the journal, and without references, as any tool of SQLite can make it. */
export function unlocked(raw: Sqlite): Sqlite {
  const locks = `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('change_set', 'change_row', 'origin')`;
  for (const name of raw.prepare(locks).pluck().all()) raw.exec(`DROP TRIGGER "${name}"`);
  raw.pragma('foreign_keys = OFF');
  return raw;
}

/** What is found when that was done, which it is not any more afterwards; null: SQLite itself refused it. */
export function faultsAfter(raw: Sqlite, tamper: () => void): string[] | null {
  raw.exec('BEGIN');
  raw.pragma('ignore_check_constraints = ON');
  try {
    tamper();
    raw.pragma('ignore_check_constraints = OFF');
    return verifyStore(raw).faults.map(({ kind }) => kind);
  } catch (error) {
    if (/^SQLITE_(?:CONSTRAINT|MISMATCH)/u.test((error as { code?: string }).code ?? '')) return null;
    throw error;
  } finally {
    raw.pragma('ignore_check_constraints = OFF');
    raw.exec('ROLLBACK');
  }
}
