import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import type { ChangeSetHead } from './journal/change-set.ts';
import { beforeMigration, type MigrationWatch, recordMigrated } from './journal/migrated.ts';
import { installLocks, removeLocks, watchRecords } from './journal/triggers.ts';

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
 * Brings the store to the newest version: all pending migrations in one transaction, or none of them. And has every change
 * of a record watched from now on.
 * @param head of the change set that records what the migrations changed
 */
export function migrate(
  raw: Sqlite,
  migrations: readonly Migration[],
  head: Pick<ChangeSetHead, 'id' | 'origin' | 'at'>,
  watch: MigrationWatch = () => undefined,
): void {
  const found = raw.pragma('user_version', { simple: true }) as number;
  const pending = migrations.filter((migration) => migration.version > found);
  if (pending.length > 0) runAll(raw, pending, { found, newest: migrations.length, head, watch });
  watchRecords(raw);
}

type Run = {
  found: number;
  newest: number;
  head: Pick<ChangeSetHead, 'id' | 'origin' | 'at'>;
  watch: MigrationWatch;
};

function runAll(raw: Sqlite, pending: readonly Migration[], { found, newest, head, watch }: Run): void {
  // Inside a transaction this pragma is ignored, and a table rebuild would then cascade into the children.
  raw.pragma('foreign_keys = OFF');
  try {
    raw
      .transaction(() => {
        const sqls = pending.map(({ sql }) => sql);
        const before = found > 0 ? beforeMigration(raw, { found, newest }, sqls, watch) : null;
        removeLocks(raw);
        for (const sql of sqls) raw.exec(sql);
        installLocks(raw);
        raw.pragma(`user_version = ${newest}`);
        watchRecords(raw);
        if (before) recordMigrated(raw, before, head);
        const broken = raw.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0) throw new Error(`migration leaves ${broken.length} broken references`);
      })
      .exclusive();
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}
