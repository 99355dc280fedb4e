import type { Database as Sqlite } from 'better-sqlite3';
import Connection from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { inOneChange } from '#main/api/change.ts';
import { type ChangeSetHead, closeChangeSet, openChangeSet } from '#main/db/journal/change-set.ts';
import { recordTables } from '#main/db/journal/triggers.ts';
import { migrate } from '#main/db/migrate.ts';
import { createTestApp, type TestApp } from './test-app.ts';
import { describeFormerly, migrationsOf, type Trial } from './trial-migrations.ts';

export type Rows = Record<string, unknown[]>;

/** Every record row, by table. */
export function rowsOf(raw: Sqlite): Rows {
  return Object.fromEntries(
    recordTables(raw).map((name) => [name, raw.prepare(`SELECT * FROM "${name}" ORDER BY id`).all()]),
  );
}

export function newestSeq(raw: Sqlite): number {
  return raw.prepare('SELECT coalesce(max(seq), 0) FROM change_set').pluck().get() as number;
}

/** Changes rows by hand as a command does. @returns the number of its change set; null when it left none */
export async function command({ store }: TestApp, work: (raw: Sqlite) => void): Promise<number | null> {
  const head = { at: '2026-01-01T00:00:00.000Z', actor: 'x', command: 'trial.act', final: false } as const;
  const { change } = await inOneChange(store(), uuidv7, async () => {
    work(store().raw);
    return { value: null, head: { ...head, kind: 'do', target: null } };
  });
  return change?.seq ?? null;
}

/** The same below the door, on any connection. @param of what else its head says */
export function sealed(raw: Sqlite, sql: string, of: Partial<ChangeSetHead> = {}): number | null {
  const at = '2026-01-01T00:00:00.000Z';
  const head = { id: uuidv7(), origin: 'máy hai', at, actor: 'x', command: 'trial.act', ...of };
  return raw.transaction(() => {
    openChangeSet(raw, head.id);
    raw.exec(sql);
    return closeChangeSet(raw, { kind: 'do', target: null, final: false, ...head });
  })();
}

/** A copy in memory, of records and journal; whoever changes it has it watched before. */
export function memoryCopy(raw: Sqlite): Sqlite {
  const bytes = raw.serialize();
  // Written with a log, which memory has not: sqlite.org/fileformat.html, "file format version numbers".
  bytes.fill(1, 18, 20);
  const copy = new Connection(bytes);
  copy.pragma('recursive_triggers = ON');
  return copy;
}

/** What those migrations alone make of the store, without anything of ours. */
export function carried(raw: Sqlite, sqls: readonly string[]): Rows {
  if (sqls.length === 0) return rowsOf(raw);
  const copy = memoryCopy(raw);
  copy.pragma('foreign_keys = OFF');
  for (const name of copy.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all())
    copy.exec(`DROP TRIGGER "${name}"`);
  for (const sql of sqls) copy.exec(sql);
  const rows = rowsOf(copy);
  copy.close();
  return rows;
}

/** The next `steps` migrations of a trial come; `0`: its old tables. */
export function migrateTrial(raw: Sqlite, trial: Pick<Trial, 'old' | 'next'>, steps?: number): void {
  const head = { id: uuidv7(), origin: uuidv7(), at: '2026-01-01T00:00:00.000Z' };
  migrate(raw, migrationsOf(trial, steps), head);
}

/** A new store with the old tables of a trial, and its records described. To be closed by `close`. */
export async function trialStore(trial: Omit<Trial, 'name'>) {
  const app = await createTestApp();
  const forget = describeFormerly(trial);
  const { raw } = app.store();
  migrateTrial(raw, trial, 0);
  return {
    app,
    raw,
    command: (sql: string) => command(app, () => raw.exec(sql)),
    next: () => migrateTrial(raw, trial),
    close: async () => {
      forget();
      await app.close();
    },
  };
}
