import type { Database as Sqlite } from 'better-sqlite3';

/**
 * Does the work while these triggers rest: taken out and put back in the open transaction, so that they are there again
 * whatever happens.
 */
export function withoutLocks(raw: Sqlite, names: readonly string[], work: () => void): void {
  const textOf = raw.prepare(`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?`).pluck();
  const texts = names.map((name) => textOf.get(name) as string);
  for (const name of names) raw.exec(`DROP TRIGGER "${name}"`);
  work();
  for (const text of texts) raw.exec(text);
}
