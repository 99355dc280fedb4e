import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TaskContext } from '#main/api/context.ts';
import { copyStoreTo, sizeOf } from '#main/db/copy-store.ts';
import { renamePatiently, syncFolder } from '#main/db/durable-file.ts';
import type { Store } from '#main/db/open.ts';
import { needRoom } from '#main/db/room.ts';
import { sidecarEnds } from '#main/db/store-files.ts';
import { unwritable } from '#main/db/whole-file.ts';
import { getOffice } from '#main/features/organisation/index.ts';
import { AppError, codeOf } from '#shared/errors.ts';
import type { BackupFile } from '#shared/features/backup/contract.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import { fold } from '#shared/text/fold.ts';

/**
 * Copies the running store to `folder`: straight to where it belongs, under a temporary name, so that a full disk of the
 * PC is in nobody's way; sealed there, read back and verified, and only then given its name.
 * @throws AppError FILE_UNWRITABLE, DISK_FULL, BACKUP_INVALID, CHECK_FAILED, CANCELLED
 */
export async function createBackup(ctx: TaskContext, folder: string): Promise<BackupFile> {
  const { raw, db } = ctx.store();
  const { checker, version: appVersion } = ctx.services;
  const partial = join(folder, `${filePrefix}_${ctx.newId()}${backupExtension}.part`);
  try {
    await prepare(folder, raw);
    await copyStoreTo(raw, partial, (done, total) => ctx.progress('write', done, total));
    const createdAt = ctx.now();
    const officeName = nameOn(await getOffice(db), ctx.today())?.name ?? '';
    const about = { createdAt, appVersion, officeName };
    const { seq, schemaVersion: newestVersion } = await checker.seal({ file: partial, about }, ctx);
    const read = await checker.inspect(
      { file: partial, newestVersion },
      {
        signal: ctx.signal,
        progress: (stage, done, total) =>
          ctx.progress(stage === 'readFile' ? 'readBack' : stage, done, total),
      },
    );
    const target = await freeName(folder, officeName, createdAt, seq);
    renamePatiently(partial, target);
    syncFolder(folder);
    return { fileName: basename(target), bytes: read.bytes, sha256: read.sha256, manifest: read.manifest };
  } catch (error) {
    for (const end of ['', ...sidecarEnds]) await rm(partial + end, { force: true }).catch(() => undefined);
    throw ctx.signal.aborted ? error : toldOfTarget(error);
  }
}

async function prepare(folder: string, raw: Store['raw']): Promise<void> {
  await mkdir(folder, { recursive: true });
  await removeLeftovers(folder);
  needRoom(folder, sizeOf(raw));
}

/** What fails here fails at the place that was chosen, but for a store that is broken itself. */
function toldOfTarget(error: unknown): unknown {
  if (error instanceof AppError)
    return error.code === 'FILE_UNREADABLE' ? new AppError('FILE_UNWRITABLE') : error;
  const isDamage = /^SQLITE_(?:CORRUPT|NOTADB)/u.test(codeOf(error) ?? '');
  return isDamage ? new AppError('STORE_DAMAGED') : unwritable(error);
}

/** Parts of ours that a pulled stick or a dead program left behind: nobody could ever use them. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(filePrefix) && partEnds.some((end) => name.endsWith(end)))
      await rm(join(folder, name), { force: true });
  }
}

const filePrefix = 'so-nghi-quyet';
const backupExtension = '.snq';
const partEnds = ['', ...sidecarEnds].map((end) => `${backupExtension}.part${end}`);

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
