import type { Database as Sqlite } from 'better-sqlite3';

/** A part of the open transaction that leaves nothing when it fails. One at a time: parts do not know each other. */
export async function allOrNothing<T>(raw: Sqlite, work: () => Promise<T>): Promise<T> {
  raw.exec('SAVEPOINT part');
  try {
    const value = await work();
    raw.exec('RELEASE part');
    return value;
  } catch (error) {
    // On a full disk SQLite has taken back everything by itself.
    if (raw.inTransaction) raw.exec('ROLLBACK TO part; RELEASE part');
    throw error;
  }
}
