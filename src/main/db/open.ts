import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Database as SqliteHandle } from 'better-sqlite3';
import Sqlite from 'better-sqlite3';
import { CompiledQuery, Kysely, SqliteDialect } from 'kysely';
import { z } from 'zod';
import { AppError, codeOf } from '#shared/errors.ts';
import { type AfterSave, createAfterSave } from './after-save.ts';
import { keepBeforeMigration } from './before-migration.ts';
import { removeCopies } from './copy-store.ts';
import { removeQuietly, renamePatiently, syncFolder } from './durable-file.ts';
import { applicationId, gateStoreFile, hasLog } from './file-gate.ts';
import { newestChangesHold, storeId } from './journal/change-set.ts';
import type { MigrationWatch } from './journal/migrated.ts';
import { type Migration, migrate } from './migrate.ts';
import { readNote } from './note.ts';
import { isMarkedOpen, markClosed, markOpen, refuseWithoutLog } from './open-mark.ts';
import { originOf } from './origin.ts';
import { applySettings } from './pragmas.ts';
import { finishRestore, refuseOnlyKept } from './replace.ts';
import type { Database } from './schema.ts';
import { noteAsSaved, readFolded, readSeen, refuseOlderThanSeen, rememberSeen } from './seen.ts';
import { withPreparedOnce } from './statement-cache.ts';
import {
  holderFile,
  restorePlanFile,
  searchIndexFile,
  seenFile,
  sidecarEnds,
  storeFileName,
  unfinishedEnd,
} from './store-files.ts';
import { isOutOfMemory, troubleOf } from './trouble.ts';

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
  /** To be called after each commit: notes the change set that it left, and folds the log away in a while. */
  touched: AfterSave['touched'];
  /** To be called with what a command failed with. */
  failed: AfterSave['failed'];
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
  /** Told that a restore was cut off and that the store is the one of before. */
  onRestoreTakenBack?: () => void;
  /** Told what failed while nobody waited for it; null when it works again. */
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
  try {
    return openSound(folder, file, options);
  } catch (error) {
    const cause = error instanceof AppError ? error.cause : error;
    throw troubleAtStart(cause, folder) ?? error;
  }
}

function openSound(folder: string, file: string, options: OpenOptions): Store {
  prepareFolder(folder);
  if (finishRestore(folder) === 'takenBack') options.onRestoreTakenBack?.();
  if (!existsSync(file)) {
    refuseLostStore(folder, file);
    createStore(file, options);
  }
  refuseUnwritable(file);
  gateStoreFile(file, options.migrations.length);
  const isLogged = hasLog(file);
  if (isLogged) checkWithLog(file, folder);
  const raw = connect(file, folder);
  const origin = originOf(folder, options.newId);
  try {
    checkStructure(raw, 'quick_check(1)');
    refuseOlderThanSeen(raw, folder, options.acceptedAt);
    refuseWithoutLog(raw, file, folder, options.acceptedAt);
    keepBeforeMigration(raw, folder, { newest: options.migrations.length, now: options.now() });
    migrate(raw, options.migrations, headOf(options, origin), options.onMigration);
    removeCopies(folder);
    const wasLeftOpen = isLogged || isMarkedOpen(raw) || existsSync(join(folder, holderFile));
    if (wasLeftOpen) removeSearchIndex(folder);
    markOpen(raw, options.now());
    rememberSeen(raw, folder);
    noteAsSaved(raw, folder);
  } catch (error) {
    raw.close();
    throw error;
  }
  nameHolder(folder, ownHolder(options.now()));
  return asStore(raw, folder, file, origin, options.report);
}

/** After a power cut nobody knows what of it reached the disk. It is made again by the next search, or while the PC rests. */
function removeSearchIndex(folder: string): void {
  try {
    for (const name of [searchIndexFile, searchIndexFile + unfinishedEnd])
      for (const end of ['', ...sidecarEnds]) removeQuietly(join(folder, name + end));
  } catch {
    // What a virus scanner holds stays, and was flushed in its order; nobody is kept out of the records for it.
  }
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
  const afterSave = createAfterSave(raw, folder, report);
  return {
    folder,
    file,
    id: storeId(raw),
    origin,
    db,
    raw,
    touched: afterSave.touched,
    failed: afterSave.failed,
    close: async () => {
      afterSave.stop();
      if (!raw.open) return;
      // Waits for the transaction that may still be running on the one connection.
      await db.executeQuery(CompiledQuery.raw('SELECT 1'));
      // What cannot be folded stays in the log beside the file; a window must close all the same.
      afterSave.foldNow(() => markClosed(raw));
      await db.destroy();
      if (raw.open) raw.close();
      nameHolder(folder, null);
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
    const trouble = troubleAtStart(error, folder);
    // What is there can still be read, printed and backed up.
    if (trouble?.code === 'DISK_FULL' && existsSync(join(folder, storeFileName))) return;
    throw trouble ?? new AppError('STORE_READ_ONLY', {}, error);
  }
}

/** What keeps a whole store from being opened: nobody shall restore over it. */
function troubleAtStart(error: unknown, folder: string): AppError | null {
  const trouble = troubleOf(error, folder);
  if (!trouble || trouble.code === 'STORE_READ_ONLY') return trouble;
  return new AppError(trouble.code, { reason: 'start' }, error);
}

/** SQLite only finds out when it locks, and then speaks of a broken disk: nobody shall restore over a store that is whole. */
function refuseUnwritable(file: string): void {
  try {
    closeSync(openSync(file, 'r+'));
  } catch (error) {
    // Whatever is no file at all is told by its first bytes.
    if (troubleOf(error)) throw error;
  }
}

/** A store that this PC has seen and that is gone is never replaced by an empty one. */
function refuseLostStore(folder: string, file: string): void {
  const seen = readSeen(folder);
  if (seen && seen.seq > 0)
    throw new AppError('STORE_OLDER_THAN_SEEN', { params: { found: 0, seen: seen.seq } });
  // A log without its file: what it holds belongs to a store somebody moved away.
  if (hasLog(file)) throw new AppError('STORE_DAMAGED');
  refuseOnlyKept(folder);
}

/** Made whole under another name first: a crash on the way leaves no half store to be refused for ever. */
function createStore(file: string, options: OpenOptions): void {
  const unfinished = file + unfinishedEnd;
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
    if (code.startsWith('SQLITE_CANTOPEN')) throw new AppError('STORE_READ_ONLY');
    throw damageOf(error) ?? error;
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
    if (/^SQLITE_(?:BUSY|CANTOPEN|READONLY)/u.test(codeOf(error) ?? '')) return;
    // On a full disk it was begun and is in the way of the last bytes.
    if (troubleOf(error)) rmSync(`${file}-shm`, { force: true });
    throw damageOf(error) ?? error;
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
    throw error instanceof AppError ? error : (damageOf(error) ?? error);
  }
}

/** Whatever SQLite says of a file but that it could not get at it. */
function damageOf(error: unknown): AppError | null {
  const isOfFile = (codeOf(error) ?? '').startsWith('SQLITE_') && !troubleOf(error) && !isOutOfMemory(error);
  return isOfFile ? new AppError('STORE_DAMAGED') : null;
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
