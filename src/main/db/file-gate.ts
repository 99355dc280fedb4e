import { closeSync, existsSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';

/** In the header of every store ("SNQ1"), so that no other program's database is taken for ours. */
export const applicationId = 0x534e5131;

const magic = 'SQLite format 3\0';

/**
 * Looks at the first 100 bytes before SQLite does: a foreign, newer, empty or cut-off file is refused without a write
 * and without a lock.
 * @param size bytes that belong to the database; the file's size when left out
 * @throws AppError STORE_FOREIGN, STORE_NEWER, STORE_EMPTY, STORE_DAMAGED, STORE_PLACE, FILE_UNREADABLE
 */
export function gateStoreFile(file: string, newestVersion: number, size?: number): void {
  if (lstatSync(file).isSymbolicLink()) throw new AppError('STORE_PLACE', { reason: 'link' });
  const { header, bytes } = readHeader(file);
  const length = size ?? bytes;
  if (length === 0) throw new AppError('STORE_EMPTY');
  if (length < 512 || header.toString('latin1', 0, 16) !== magic) throw new AppError('STORE_FOREIGN');
  if (header.readUInt32BE(68) !== applicationId) throw new AppError('STORE_FOREIGN');
  const version = header.readUInt32BE(60);
  if (version > newestVersion) throw new AppError('STORE_NEWER');
  if (version === 0) throw new AppError('STORE_DAMAGED');
  const stored = header.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  // After a crash the newest pages may still lie in the write-ahead log; only without one must the sizes agree.
  if (hasLog(file)) return;
  if (length % pageSize !== 0 || header.readUInt32BE(28) !== length / pageSize)
    throw new AppError('STORE_DAMAGED');
}

/** Whether opening brings the store to a newer version first, which takes a while; false of what cannot be opened. */
export function isOlderStore(file: string, newestVersion: number): boolean {
  try {
    return readHeader(file).header.readUInt32BE(60) < newestVersion;
  } catch {
    return false;
  }
}

/** Whether the last program that had the store open did not close it. */
export function hasLog(file: string): boolean {
  const log = `${file}-wal`;
  return existsSync(log) && lstatSync(log).size > 0;
}

function readHeader(file: string): { header: Buffer; bytes: number } {
  const header = Buffer.alloc(100);
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    throw unreadable(error);
  }
  try {
    readSync(handle, header, 0, 100, 0);
    return { header, bytes: fstatSync(handle).size };
  } catch (error) {
    // A folder can be opened, but not read; a stick may be pulled in between.
    throw unreadable(error);
  } finally {
    closeSync(handle);
  }
}

export function unreadable(cause: unknown): AppError {
  return new AppError('FILE_UNREADABLE', {}, cause);
}
