import type { Database as Sqlite } from 'better-sqlite3';

/** None of these is kept in the file: every connection sets them, and reads them back. */
const settings: readonly [name: string, value: string | number, expected: string | number][] = [
  // Before the journal mode: no -shm file, and a second program gets SQLITE_BUSY instead of a share.
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  // better-sqlite3 is built with NORMAL for WAL, which loses acknowledged saves in a power cut.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  // Without it INSERT OR REPLACE walks through the append-only triggers.
  ['recursive_triggers', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', 0, 0],
  // What a running change has touched is written down there until it is sealed.
  ['temp_store', 'MEMORY', 2],
  ['wal_autocheckpoint', 1000, 1000],
];

/** 3.51.2 and older can lose a write when the log is reset (sqlite.org/wal.html#walresetbug). */
const oldestSqlite = [3, 51, 3];

/** @throws Error when a setting is not in force: better no program than one that loses saves */
export function applySettings(raw: Sqlite): void {
  for (const [name, value, expected] of settings) {
    raw.pragma(`${name} = ${value}`);
    const found = raw.pragma(name, { simple: true }) ?? 0;
    if (found !== expected) throw new Error(`sqlite: ${name} is ${String(found)}, not ${expected}`);
  }
  const version = raw.prepare('SELECT sqlite_version()').pluck().get() as string;
  if (compareVersions(version.split('.').map(Number), oldestSqlite) < 0)
    throw new Error(`sqlite ${version} is too old`);
}

function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < b.length; i += 1) {
    if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) - (b[i] ?? 0);
  }
  return 0;
}
