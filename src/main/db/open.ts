import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Database as SqliteHandle } from 'better-sqlite3';
import Sqlite from 'better-sqlite3';
import { CompiledQuery, Kysely, SqliteDialect } from 'kysely';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { createAfterSave } from './after-save.ts';
import { removeCopies } from './copy-store.ts';
import { renamePatiently, syncFolder } from './durable-file.ts';
import { applicationId, gateStoreFile, hasLog } from './file-gate.ts';
import { newestChangesHold, storeId } from './journal/change-set.ts';
import type { MigrationWatch } from './journal/migrated.ts';
import { type Migration, migrate } from './migrate.ts';
import { readNote } from './note.ts';
import { originOf } from './origin.ts';
import { applySettings } from './pragmas.ts';
import { finishRestore } from './replace.ts';
import type { Database } from './schema.ts';
import { readFolded, readSeen, refuseOlderThanSeen } from './seen.ts';
import { withPreparedOnce } from './statement-cache.ts';
import {
  beforeMigrationFolder,
  holderFile,
  restorePlanFile,
  seenFile,
  sidecarEnds,
  storeFileName,
} from './store-files.ts';

/** Windows counts 260 characters including "-wal" and the folders above; measured, not guessed. */
const longestPath = 200;

export type Store = {
  folder: string;
  file: string;
  id: string;
  /** Of what is changed here: the installation. */
  origin: string;
  db: Kysely<Database>;
  /** For what kysely cannot say: journal, checks, backup. The same single connection. */
  raw: SqliteHandle;
  /** To be called after each commit: folds the log away once the clerk rests. */
  touched: () => void;
  close: () => Promise<void>;
};

/** What reads records and their journal: one connection, by kysely and by hand. Within a command `db` is its transaction. */
export type Reading = Pick<Store, 'db' | 'raw'>;

export type OpenOptions = {
  folder: string;
  migrations: readonly Migration[];
  now: () => string;
  newId: () => string;
  /** That the newest change found is this one, earlier than what this PC has seen, was told and is accepted. */
  acceptedAt?: number | undefined;
  /** Told how far a migration is. */
  onMigration?: MigrationWatch;
  /** Told what failed while nobody waited for it. */
  report: (error: unknown) => void;
};

/**
 * Opens the one store of a data folder, or makes it. Whatever is wrong is found before anything is written.
 * @throws AppError STORE_* (see `errors.ts`)
 */
export function openStore(options: OpenOptions): Store {
  const folder = resolve(options.folder);
  const file = join(folder, storeFileName);
  if (file.length > longestPath || file !== file.trim()) throw new AppError('STORE_PLACE');
  prepareFolder(folder);
  finishRestore(folder);
  if (!existsSync(file)) {
    refuseLostStore(folder, file);
    createStore(file, options);
  }
  refuseReadOnly(file);
  gateStoreFile(file, options.migrations.length);
  if (hasLog(file)) checkWithLog(file, folder);
  const raw = connect(file, folder);
  const origin = originOf(folder, options.newId);
  try {
    checkStructure(raw, 'quick_check(1)');
    refuseOlderThanSeen(raw, folder, options.acceptedAt);
    keepBeforeMigration(raw, folder, options);
    migrate(raw, options.migrations, headOf(options, origin), options.onMigration);
  } catch (error) {
    raw.close();
    throw error;
  }
  removeCopies(folder);
  nameHolder(folder, ownHolder(options.now()));
  return asStore(raw, folder, file, origin, options.report);
}

/** A migration is a change set as well. */
function headOf({ now, newId }: OpenOptions, origin: string) {
  return { id: newId(), origin, at: now() };
}

/** Whether there is a store, or the trace of one: in any other folder opening makes a new one. */
export function hasStore(folder: string): boolean {
  const traces = [storeFileName, `${storeFileName}-wal`, seenFile, restorePlanFile];
  return traces.some((name) => existsSync(join(folder, name)));
}

function asStore(
  raw: SqliteHandle,
  folder: string,
  file: string,
  origin: string,
  report: OpenOptions['report'],
): Store {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: withPreparedOnce(raw) }) });
  const { touched, fold, stop } = createAfterSave(raw, folder, report);
  return {
    folder,
    file,
    id: storeId(raw),
    origin,
    db,
    raw,
    touched,
    close: async () => {
      stop();
      if (!raw.open) return;
      // Waits for the transaction that may still be running on the one connection.
      await db.executeQuery(CompiledQuery.raw('SELECT 1'));
      try {
        fold();
      } finally {
        await db.destroy();
        if (raw.open) raw.close();
        nameHolder(folder, null);
      }
    },
  };
}

function prepareFolder(folder: string): void {
  const probe = join(folder, '.thu-ghi');
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new AppError('STORE_READ_ONLY', {}, error);
  }
}

/** SQLite only finds out when it locks, and then speaks of a broken disk: nobody shall restore over a store that is whole. */
function refuseReadOnly(file: string): void {
  try {
    closeSync(openSync(file, 'r+'));
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw new AppError('STORE_READ_ONLY');
  }
}

/** A store that this PC has seen and that is gone is never replaced by an empty one. */
function refuseLostStore(folder: string, file: string): void {
  const seen = readSeen(folder);
  if (seen && seen.seq > 0)
    throw new AppError('STORE_OLDER_THAN_SEEN', { params: { found: 0, seen: seen.seq } });
  // A log without its file: what it holds belongs to a store somebody moved away.
  if (hasLog(file)) throw new AppError('STORE_DAMAGED');
}

/** Made whole under another name first: a crash on the way leaves no half store to be refused for ever. */
function createStore(file: string, options: OpenOptions): void {
  const unfinished = `${file}.moi`;
  for (const end of ['', ...sidecarEnds]) rmSync(unfinished + end, { force: true });
  const raw = new Sqlite(unfinished);
  try {
    raw.pragma(`application_id = ${applicationId}`);
    applySettings(raw);
    migrate(raw, options.migrations, headOf(options, ''));
    raw.prepare(`INSERT INTO meta (key, value) VALUES ('store_id', ?)`).run(options.newId());
  } finally {
    raw.close();
  }
  renamePatiently(unfinished, file);
  syncFolder(dirname(file));
}

function connect(file: string, folder: string): SqliteHandle {
  let raw: SqliteHandle | undefined;
  try {
    raw = new Sqlite(file, { timeout: 400, fileMustExist: true });
    raw.pragma('locking_mode = EXCLUSIVE');
    // A lock is only taken with the first access.
    raw.exec('BEGIN EXCLUSIVE; COMMIT');
    applySettings(raw);
    return raw;
  } catch (error) {
    raw?.close();
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY'))
      throw new AppError('STORE_HELD', { params: { holder: readHolder(folder) } });
    if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN')
      throw new AppError('STORE_READ_ONLY');
    if (code.startsWith('SQLITE_')) throw new AppError('STORE_DAMAGED');
    throw error;
  }
}

/**
 * A connection that may write folds the log into the file when it closes, also a log that never belonged to it: the
 * look that decides is taken by one that may not.
 */
function checkWithLog(file: string, folder: string): void {
  let raw: SqliteHandle | undefined;
  try {
    raw = new Sqlite(file, { readonly: true, timeout: 400, fileMustExist: true });
    raw.prepare('SELECT 1 FROM sqlite_schema').get();
  } catch (error) {
    raw?.close();
    // Whoever has it open or forbids it is named when it is opened to write.
    if (/^SQLITE_(?:BUSY|CANTOPEN|READONLY)/u.test((error as { code?: string }).code ?? '')) return;
    throw new AppError('STORE_DAMAGED');
  }
  try {
    checkStructure(raw, 'integrity_check(1)');
    const seen = readFolded(folder);
    // A log whose pages happen to fit is told by the journal: since the last folding all of it lies there.
    if (!newestChangesHold(raw, seen?.store === storeId(raw) ? seen.seq : 0))
      throw new AppError('STORE_DAMAGED');
  } finally {
    raw.close();
    // Only this look needs one.
    rmSync(`${file}-shm`, { force: true });
  }
}

function checkStructure(raw: SqliteHandle, check: 'integrity_check(1)' | 'quick_check(1)'): void {
  try {
    if (raw.pragma(check, { simple: true }) !== 'ok') throw new AppError('STORE_DAMAGED');
    if (!storeId(raw)) throw new AppError('STORE_DAMAGED');
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('STORE_DAMAGED');
  }
}

/** A migration is never the only copy: the store as it was lies beside it. */
function keepBeforeMigration(raw: SqliteHandle, folder: string, options: OpenOptions): void {
  const version = raw.pragma('user_version', { simple: true }) as number;
  if (version === 0 || version === options.migrations.length) return;
  const backups = join(folder, beforeMigrationFolder);
  mkdirSync(backups, { recursive: true });
  const stamp = options.now().replace(/[:.]/gu, '-');
  raw.prepare('VACUUM INTO ?').run(join(backups, `v${version}-${stamp}.sqlite`));
}

const holderNote = z.object({ pid: z.int(), user: z.string(), computer: z.string(), since: z.string() });
type Holder = z.infer<typeof holderNote>;

function ownHolder(since: string): Holder {
  return { pid: process.pid, user: userInfo().username, computer: hostname(), since };
}

/** For a message to others. On a full disk nobody is named: to read, to print and to back up must still be possible. */
function nameHolder(folder: string, holder: Holder | null): void {
  const file = join(folder, holderFile);
  try {
    if (holder) writeFileSync(file, JSON.stringify(holder));
    else rmSync(file, { force: true });
  } catch {
    // The lock is SQLite's, not this file.
  }
}

function readHolder(folder: string): string {
  const found = readNote(join(folder, holderFile), holderNote);
  return found ? `${found.user} (${found.computer})` : '?';
}
