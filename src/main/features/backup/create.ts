import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TaskContext } from '#main/api/context.ts';
import { copyStore } from '#main/db/copy-store.ts';
import { copyDurably, renamePatiently, syncFolder } from '#main/db/durable-file.ts';
import { snapshotFolderPrefix } from '#main/db/store-files.ts';
import { unwritable } from '#main/db/whole-file.ts';
import { getOffice } from '#main/features/organisation/index.ts';
import type { BackupFile } from '#shared/features/backup/contract.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import { fold } from '#shared/text/fold.ts';

/**
 * Copies the running store to `folder`: snapshot beside the store, sealed and verified there, copied to the target
 * under a temporary name, read back and verified again, and only then given its name.
 * @throws AppError FILE_UNWRITABLE, DISK_FULL, BACKUP_INVALID, CHECK_FAILED, CANCELLED
 */
export async function createBackup(ctx: TaskContext, folder: string): Promise<BackupFile> {
  const store = ctx.store();
  const { checker, version: appVersion } = ctx.services;
  const snapshot = await copyStore(store, snapshotFolderPrefix, (done, total) =>
    ctx.progress('copy', done, total),
  );
  let partial: string | null = null;
  try {
    const createdAt = ctx.now();
    const officeName = nameOn(await getOffice(store.db), ctx.today())?.name ?? '';
    const about = { createdAt, appVersion, officeName };
    const { seq, schemaVersion: newestVersion } = await checker.seal({ file: snapshot.file, about }, ctx);
    await checker.inspect({ file: snapshot.file, newestVersion }, ctx);

    const target = await freeName(folder, officeName, createdAt, seq);
    partial = `${target}.part`;
    await copyTo(ctx, snapshot.file, partial, folder);
    const read = await checker.inspect(
      { file: partial, newestVersion },
      {
        signal: ctx.signal,
        progress: (stage, done, total) =>
          ctx.progress(stage === 'readFile' ? 'readBack' : stage, done, total),
      },
    );
    renamePatiently(partial, target);
    syncFolder(folder);
    partial = null;
    return { fileName: basename(target), bytes: read.bytes, sha256: read.sha256, manifest: read.manifest };
  } finally {
    await snapshot.remove();
    if (partial) await rm(partial, { force: true }).catch(() => undefined);
  }
}

async function copyTo(ctx: TaskContext, from: string, to: string, folder: string): Promise<void> {
  const { size } = await stat(from);
  try {
    await mkdir(folder, { recursive: true });
    await removeLeftovers(folder);
    await copyDurably(from, to, size, {
      signal: ctx.signal,
      watch: (done, total) => ctx.progress('write', done, total),
    });
  } catch (error) {
    if (ctx.signal.aborted) throw error;
    throw unwritable(error);
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
const backupExtension = '.snq';

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
