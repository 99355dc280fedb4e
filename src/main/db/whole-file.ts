import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { renamePatiently, syncFile, syncFolder } from './durable-file.ts';
import { ownNames, storeFileName } from './store-files.ts';
import { troubleOf } from './trouble.ts';

/**
 * Writes a file that somebody chose under a name nobody has, and only then takes the one that was agreed on: whatever stood
 * there is whole until the new file is.
 * @throws AppError DISK_FULL, FILE_UNWRITABLE (`inUse`: another program has the file open; `ownFile`: it is one of the program's)
 */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  refuseOwn(target);
  const partial = join(dirname(target), `.${randomUUID()}.part`);
  try {
    await writeFile(partial, bytes, { flag: 'wx' });
    syncFile(partial);
    renamePatiently(partial, target);
    syncFolder(dirname(target));
  } catch (error) {
    const isWritten = existsSync(partial);
    await rm(partial, { force: true }).catch(() => undefined);
    throw unwritable(error, isWritten && existsSync(target));
  }
}

/** Who chooses the program's own file by its name would lose the office for a paper. */
function refuseOwn(target: string): void {
  const name = basename(target).normalize('NFC').toLowerCase();
  if (ownNames.some((own) => name === own || name.startsWith(`${storeFileName}-`)))
    throw new AppError('FILE_UNWRITABLE', { reason: 'ownFile' });
}

/** What is wrong with a place outside the data folder, for who chose it. */
export function unwritable(error: unknown, isThere = false): AppError {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (troubleOf(error)?.code === 'DISK_FULL') return new AppError('DISK_FULL', { reason: 'target' });
  // Windows: Word or a viewer keeps it. Elsewhere a name can be taken from under a program that reads.
  const isInUse = isThere && ['EBUSY', 'EPERM', 'EACCES'].includes(code);
  return isInUse
    ? new AppError('FILE_UNWRITABLE', { reason: 'inUse' })
    : new AppError('FILE_UNWRITABLE', {}, error);
}
