import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { TaskContext } from '#main/api/context.ts';
import type { Session } from '#main/api/services.ts';
import { copyDurably } from '#main/db/durable-file.ts';
import { replaceStore, takeBack } from '#main/db/replace.ts';
import { isOnSameDisk, needRoom } from '#main/db/room.ts';
import { incomingPrefix, storeFileName } from '#main/db/store-files.ts';
import { AppError } from '#shared/errors.ts';
import type { BackupManifest } from '#shared/features/backup/contract.ts';
import { accessOf, requireMayRestore, whatIsHere } from './may-restore.ts';
import { logBackup } from './repository.ts';

/** What is being copied at the moment is nobody's leftover. */
export const underWay = new Set<string>();

/**
 * Puts a backup in the place of the store: verified, copied beside the store, verified once more by opening; what was
 * there is moved to a folder of its own. A crash on the way leaves the old store or the new one,
 * and so does one that cannot be opened then.
 * @param otherOffice by which name the backup of another office was agreed to
 * @returns the name of the folder that keeps the replaced store; null when there was none
 */
export async function restoreBackup(
  ctx: TaskContext,
  file: string,
  otherOffice: string | undefined,
): Promise<{ manifest: BackupManifest; keptAs: string | null }> {
  const { session, checker, schemaVersion: newestVersion } = ctx.services;
  const hadStore = existsSync(join(session.folder, storeFileName));
  if (hadStore) await refuseHeldStore(session);
  const here = await whatIsHere(ctx.services, ctx.today());
  ctx.progress('readFile', 0, 0);
  const backup = await checker.inspect({ file, newestVersion }, ctx);
  await mkdir(session.folder, { recursive: true });
  needRoom(session.folder, backup.databaseBytes);
  const incoming = join(session.folder, `${incomingPrefix}-${ctx.newId()}.sqlite`);
  underWay.add(basename(incoming));
  try {
    await copyDurably(file, incoming, backup.databaseBytes, {
      signal: ctx.signal,
      watch: (done, total) => ctx.progress('copy', done, total),
    });
    // Asked of the very file that is going to be the store.
    const restoring = { here, manifest: backup.manifest, access: accessOf(incoming) };
    requireMayRestore(restoring, ctx.services, { actor: ctx.actor, otherOffice });
  } catch (error) {
    await rm(incoming, { force: true });
    underWay.delete(basename(incoming));
    throw error;
  }
  // From here on the old store is closed: no more cancelling.
  ctx.progress('replace', 0, 0);
  underWay.delete(basename(incoming));
  await session.close();
  const stamp = ctx.now().slice(0, 19).replace(/[-:]/gu, '').replace('T', '-');
  const kept = replaceStore(session.folder, storeFileName, incoming, stamp);
  const startup = await session.open();
  if (startup.state !== 'ready') {
    // A full disk, or records that a migration does not understand: the office goes on with what it had.
    if (takeBack(session.folder, kept, incoming)) await session.open();
    throw new AppError(startup.error.code, startup.error.detail);
  }
  // The copy was made before its own entry was written: without it the store would say that it was never backed up.
  const folder = dirname(file);
  const place = { folder, isOnSameDisk: isOnSameDisk(folder, session.folder) };
  await ctx.local((db) => logBackup(db, backup, place));
  return { manifest: backup.manifest, keptAs: hadStore ? basename(kept) : null };
}

/** A damaged store may be replaced; one that somebody else has open may not. */
async function refuseHeldStore(session: Session): Promise<void> {
  const startup = await session.open();
  if (startup.state === 'failed' && startup.error.code === 'STORE_HELD') {
    throw new AppError('STORE_HELD', startup.error.detail);
  }
}
