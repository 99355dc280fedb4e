import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '#shared/errors.ts';

/**
 * Writes beside the target and renames, so that a file under that name is always a whole one.
 * @throws AppError DISK_FULL, FILE_UNWRITABLE
 */
export async function writeTarget(target: string, bytes: Uint8Array): Promise<void> {
  const partial = join(dirname(target), `.${basename(target).slice(0, 40)}.${uuidv7()}.part`);
  try {
    await writeFile(partial, bytes);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw new AppError((error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'DISK_FULL' : 'FILE_UNWRITABLE');
  }
}
