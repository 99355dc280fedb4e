import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { AppError, codeOf } from '#shared/errors.ts';
import { type BackupFile, type BackupManifest, backupManifest } from '#shared/features/backup/contract.ts';
import { gateStoreFile, unreadable } from './file-gate.ts';
import { storeId } from './journal/change-set.ts';
import { recordTables } from './journal/triggers.ts';
import { type VerifyWatch, verifyStore } from './journal/verify.ts';
import { markClosed } from './open-mark.ts';
import { isOutOfMemory, troubleOf } from './trouble.ts';

/*
 * A backup is one file: the whole store as an ordinary SQLite database, and behind its last page a footer that says
 * what it is and vouches for every byte before it. Any SQLite tool opens it; ours also proves it. All of this reads the
 * whole file and takes as long as that takes: the program has it done by a process of its own.
 */
const footerBytes = 4096;
const footerMagic = 'SNQ-BACKUP 1\n';

const footerSchema = z.object({ sha256: z.string(), bytes: z.int(), manifest: backupManifest });
type Footer = z.infer<typeof footerSchema>;

/** What a store cannot know of itself. */
export type About = Pick<BackupManifest, 'createdAt' | 'appVersion' | 'officeName'>;

export type BackupWatch = (
  stage: 'compact' | 'readFile' | Parameters<VerifyWatch>[0],
  done: number,
  total: number,
) => void;

/** Turns a copy of the store into a backup: compact, and with its footer. */
export async function sealBackup(file: string, about: About, watch: BackupWatch): Promise<BackupManifest> {
  watch('compact', 0, 0);
  const manifest = compact(file, about);
  const { size } = await stat(file);
  const sha256 = await sealOf(file, size, manifest, watch);
  const footer = Buffer.alloc(footerBytes, ' ');
  const text = footerMagic + JSON.stringify({ sha256, bytes: size, manifest } satisfies Footer);
  if (Buffer.byteLength(text) > footerBytes - 1) throw new Error('backup footer is too long');
  footer.write(text);
  footer.write('\n', footerBytes - 1);
  const handle = await open(file, 'r+');
  try {
    await handle.write(footer, 0, footerBytes, size);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return manifest;
}

function compact(file: string, about: About): BackupManifest {
  const raw = new Sqlite(file, { fileMustExist: true });
  try {
    // Without an index of the log beside it, which not every stick can hold.
    raw.pragma('locking_mode = EXCLUSIVE');
    // A copy in WAL mode could not be opened on a write-protected stick.
    raw.pragma('journal_mode = DELETE');
    markClosed(raw);
    if (isWorthCompacting(raw)) shrink(raw);
    return describeStore(raw, about);
  } finally {
    raw.close();
  }
}

/** Of a store that only grew there is nothing to gain, and on a stick each byte takes its time. */
function isWorthCompacting(raw: Sqlite.Database): boolean {
  const [free, all] = ['freelist_count', 'page_count'].map((name) =>
    Number(raw.pragma(name, { simple: true })),
  );
  return (free ?? 0) * 8 > (all ?? 0);
}

/** Nothing is lost with a copy that is cut off here, so nothing is kept to take it back: it is read as a whole afterwards. */
function shrink(raw: Sqlite.Database): void {
  raw.pragma('journal_mode = OFF');
  raw.pragma('synchronous = OFF');
  try {
    raw.exec('VACUUM');
  } catch (error) {
    // Its temporary file lies on the system's disk: without room there the copy stays as large as the store.
    if (codeOf(error) !== 'SQLITE_FULL') throw error;
  }
}

export type Inspected = BackupFile & { databaseBytes: number };

/**
 * Reads a backup as if it were met for the first time: footer, hash of every byte, header, SQLite's checks, references,
 * the journal's chain and that the journal adds up to the rows, and the counts it claims.
 * @throws AppError BACKUP_INVALID, STORE_NEWER, STORE_FOREIGN, FILE_UNREADABLE
 */
export async function inspectBackup(
  file: string,
  newestVersion: number,
  watch: BackupWatch = () => undefined,
): Promise<Inspected> {
  try {
    return await inspect(file, newestVersion, watch);
  } catch (error) {
    // Of a stick that fails or is gone nobody can say that the backup on it is no good.
    throw !(error instanceof AppError) && troubleOf(error) ? unreadable(error) : error;
  }
}

async function inspect(file: string, newestVersion: number, watch: BackupWatch): Promise<Inspected> {
  const size = await sizeOf(file);
  const footer = await readFooter(file, size);
  gateBackup(file, newestVersion, footer?.bytes ?? size);
  if (footer === null) throw new AppError('BACKUP_INVALID', { reason: 'cutOff' });
  if (footer.bytes !== size - footerBytes) throw new AppError('BACKUP_INVALID', { reason: 'cutOff' });
  if ((await sealOf(file, footer.bytes, footer.manifest, watch)) !== footer.sha256)
    throw new AppError('BACKUP_INVALID');
  const found = readDatabase(file, footer.manifest, watch);
  if (JSON.stringify(found) !== JSON.stringify(footer.manifest)) throw new AppError('BACKUP_INVALID');
  return {
    fileName: basename(file),
    bytes: size,
    sha256: footer.sha256,
    manifest: footer.manifest,
    databaseBytes: footer.bytes,
  };
}

/** What a store says of itself. */
function describeStore(raw: Sqlite.Database, about: About): BackupManifest {
  const newest = raw.prepare('SELECT seq, hash FROM change_set ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: string }
    | undefined;
  return {
    storeId: storeId(raw),
    officeName: about.officeName,
    createdAt: about.createdAt,
    appVersion: about.appVersion,
    schemaVersion: raw.pragma('user_version', { simple: true }) as number,
    seq: newest?.seq ?? 0,
    head: newest?.hash ?? '',
    counts: Object.fromEntries(
      recordTables(raw).map((table) => [
        table,
        raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
      ]),
    ),
  };
}

function gateBackup(file: string, newestVersion: number, bytes: number): void {
  try {
    gateStoreFile(file, newestVersion, bytes);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'STORE_DAMAGED' || error.code === 'STORE_EMPTY') throw new AppError('BACKUP_INVALID');
    throw error;
  }
}

function readDatabase(file: string, claimed: BackupManifest, watch: BackupWatch): BackupManifest {
  let raw: Sqlite.Database | undefined;
  try {
    raw = new Sqlite(file, { readonly: true, fileMustExist: true });
    if (verifyStore(raw, watch).faults.length > 0) throw new AppError('BACKUP_INVALID');
    return describeStore(raw, claimed);
  } catch (error) {
    if (error instanceof AppError || isOutOfMemory(error) || troubleOf(error)) throw error;
    throw new AppError('BACKUP_INVALID');
  } finally {
    raw?.close();
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    throw unreadable(error);
  }
}

async function readFooter(file: string, size: number): Promise<Footer | null> {
  if (size < footerBytes) return null;
  const buffer = Buffer.alloc(footerBytes);
  const handle = await open(file, 'r');
  try {
    await handle.read(buffer, 0, footerBytes, size - footerBytes);
  } catch (error) {
    throw unreadable(error);
  } finally {
    await handle.close();
  }
  const text = buffer.toString('utf8');
  if (!text.startsWith(footerMagic)) return null;
  try {
    return footerSchema.parse(JSON.parse(text.slice(footerMagic.length)));
  } catch {
    return null;
  }
}

/** SHA-256 over the database part and the manifest: a flipped bit in either breaks it. */
async function sealOf(
  file: string,
  bytes: number,
  manifest: BackupManifest,
  watch: BackupWatch,
): Promise<string> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const part of createReadStream(file, { end: bytes - 1, highWaterMark: 1 << 20 })) {
    hash.update(part as Buffer);
    done += (part as Buffer).length;
    watch('readFile', done, bytes);
  }
  return hash.update(JSON.stringify(manifest)).digest('hex');
}
