import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { renamePatiently, syncFile, syncFolder } from '#main/db/durable-file.ts';
import { AppError } from '#shared/errors.ts';

/**
 * Writes under a name nobody has and only then takes the one that was agreed on in the dialog: whatever stood there is
 * whole until the new file is.
 * @throws AppError DISK_FULL, FILE_UNWRITABLE
 */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const partial = `${dirname(target)}/.${randomUUID()}.part`;
  try {
    await writeFile(partial, bytes, { flag: 'wx' });
    syncFile(partial);
    renamePatiently(partial, target);
    syncFolder(dirname(target));
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw new AppError((error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'DISK_FULL' : 'FILE_UNWRITABLE');
  }
}
