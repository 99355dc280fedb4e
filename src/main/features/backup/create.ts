import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { TaskContext } from '#main/api/context.ts';
import { renamePatiently, syncFile, syncFolder } from '#main/db/durable-file.ts';
import { getOrganisation } from '#main/features/organisation/index.ts';
import { AppError } from '#shared/errors.ts';
import type { BackupFile } from '#shared/features/backup/contract.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import { fold } from '#shared/text/fold.ts';
import { backupExtension, describeStore, inspectBackup, sealBackup } from './backup-file.ts';

/** Pages that SQLite copies between two breaths of the program. */
const pagesPerStep = 200;

/**
 * Copies the running store to `folder`: snapshot beside the store, verified and sealed there, copied to the target
 * under a temporary name, read back and verified again, and only then given its name.
 * @throws AppError FILE_UNWRITABLE, DISK_FULL, BACKUP_INVALID, CANCELLED
 */
export async function createBackup(ctx: TaskContext, folder: string): Promise<BackupFile> {
  const store = ctx.store();
  const snapshot = join(store.folder, 'dang-sao-luu.tmp');
  let partial: string | null = null;
  try {
    await takeSnapshot(ctx, snapshot);
    const createdAt = ctx.now();
    const officeName = nameOn(await getOrganisation(store.db), ctx.today())?.name ?? '';
    const raw = new Sqlite(snapshot);
    const manifest = describeStore(raw, { createdAt, appVersion: ctx.services.version, officeName });
    raw.close();
    await sealBackup(snapshot, manifest, ctx.signal);
    ctx.progress('verify', 0, 0);
    await inspectBackup(snapshot, manifest.schemaVersion, ctx.signal);

    const target = await freeName(folder, officeName, createdAt, manifest.seq);
    partial = `${target}.part`;
    ctx.progress('write', 0, 0);
    await copyTo(snapshot, partial, folder);
    ctx.progress('readBack', 0, 0);
    const read = await inspectBackup(partial, manifest.schemaVersion, ctx.signal);
    renamePatiently(partial, target);
    syncFolder(folder);
    partial = null;
    return { fileName: basename(target), bytes: read.bytes, sha256: read.sha256, manifest: read.manifest };
  } finally {
    await rm(snapshot, { force: true });
    if (partial) await rm(partial, { force: true }).catch(() => undefined);
  }
}

/** SQLite's own backup: consistent while the program goes on; in steps, so that the page never waits. */
async function takeSnapshot(ctx: TaskContext, snapshot: string): Promise<void> {
  await rm(snapshot, { force: true });
  await ctx.store().raw.backup(snapshot, {
    progress: ({ totalPages, remainingPages }) => {
      ctx.progress('copy', totalPages - remainingPages, totalPages);
      return pagesPerStep;
    },
  });
  const raw = new Sqlite(snapshot);
  // A copy in WAL mode could not be opened on a write-protected stick.
  raw.pragma('journal_mode = DELETE');
  raw.pragma('synchronous = FULL');
  raw.exec('VACUUM');
  raw.close();
}

async function copyTo(from: string, to: string, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await removeLeftovers(folder);
    await copyFile(from, to);
    syncFile(to);
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC';
    throw new AppError(full ? 'DISK_FULL' : 'FILE_UNWRITABLE');
  }
}

/** Parts of ours that a pulled stick or a dead program left behind: nobody could ever use them. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(filePrefix) && name.endsWith(`${backupExtension}.part`))
      await rm(join(folder, name), { force: true });
  }
}

const filePrefix = 'so-nghi-quyet';

/** "so-nghi-quyet_dang-uy-xa-son-lien_20211224-0730_12.snq": sorts by time, says whose it is, opens everywhere. */
async function freeName(folder: string, officeName: string, createdAt: string, seq: number): Promise<string> {
  const office = fold(officeName)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60);
  const stamp = createdAt.slice(0, 19).replace(/[-:]/gu, '').replace('T', '-');
  const stem = join(folder, [filePrefix, office, stamp, String(seq)].filter(Boolean).join('_'));
  for (let copy = 0; ; copy += 1) {
    const name = `${stem}${copy === 0 ? '' : `-${copy}`}${backupExtension}`;
    if (
      await stat(name).then(
        () => false,
        () => true,
      )
    )
      return name;
  }
}
