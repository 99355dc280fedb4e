import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import { installJournalTriggers, recordMigratedRows, removeJournalTriggers } from './journal-triggers.ts';

export type Migration = { version: number; name: string; sql: string };

const fileName = /^(\d{4})-[a-z0-9-]+\.sql$/u;

/** Reads `NNNN-name.sql` in order. @throws Error when a number is missing or doubled: the folder is part of the program */
export function loadMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).sort();
  return files.map((name, index) => {
    const version = Number(fileName.exec(name)?.[1]);
    if (version !== index + 1) throw new Error(`migrations: ${name} is out of order`);
    return { version, name, sql: readFileSync(join(folder, name), 'utf8') };
  });
}

/**
 * Brings the store to the newest version: all pending migrations in one transaction, or none of them.
 * @param at instant for the change set that records rows which a migration changed
 */
export function migrate(raw: Sqlite, migrations: readonly Migration[], at: string): void {
  const found = raw.pragma('user_version', { simple: true }) as number;
  const pending = migrations.filter((migration) => migration.version > found);
  if (pending.length === 0) return;
  // Inside a transaction this pragma is ignored, and a table rebuild would then cascade into the children.
  raw.pragma('foreign_keys = OFF');
  try {
    raw
      .transaction(() => {
        removeJournalTriggers(raw);
        for (const migration of pending) raw.exec(migration.sql);
        installJournalTriggers(raw);
        if (found > 0) recordMigratedRows(raw, at);
        const broken = raw.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0) throw new Error(`migration leaves ${broken.length} broken references`);
        raw.pragma(`user_version = ${migrations.length}`);
      })
      .exclusive();
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}
