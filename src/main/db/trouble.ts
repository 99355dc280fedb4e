import { statfsSync } from 'node:fs';
import { AppError, codeOf, type ErrorCode } from '#shared/errors.ts';

/** What the system says of room, rights and devices: it tells of a place, never of what a file holds. */
const systemCodes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EACCES: 'STORE_READ_ONLY',
  EPERM: 'STORE_READ_ONLY',
  EROFS: 'STORE_READ_ONLY',
  EIO: 'DISK_FAILING',
  ENODEV: 'DISK_FAILING',
  ENXIO: 'DISK_FAILING',
  ENOTCONN: 'DISK_FAILING',
  ESTALE: 'DISK_FAILING',
  EREMOTEIO: 'DISK_FAILING',
  // Windows: a drive that is gone or not ready.
  UNKNOWN: 'DISK_FAILING',
};

const sqliteCodes: readonly [prefix: string, code: ErrorCode][] = [
  ['SQLITE_FULL', 'DISK_FULL'],
  ['SQLITE_READONLY', 'STORE_READ_ONLY'],
  ['SQLITE_PERM', 'STORE_READ_ONLY'],
  ['SQLITE_IOERR', 'DISK_FAILING'],
];

/** So little is no room: SQLite cannot even put its index of the log beside the store. */
const noRoomBytes = 64 << 10;

/**
 * A failure of room, rights or the device as what it is; null for every other one. What it is not, is damage: only what was
 * read can prove that.
 * @param folder where it happened: SQLite tells of some full disks as of failing ones
 */
export function troubleOf(error: unknown, folder?: string): AppError | null {
  const code = codeOf(error) ?? '';
  const known = systemCodes[code] ?? sqliteCodes.find(([prefix]) => code.startsWith(prefix))?.[1];
  if (!known) return null;
  const isFull = known === 'DISK_FAILING' && folder !== undefined && hasNoRoom(folder);
  return new AppError(isFull ? 'DISK_FULL' : known, {}, error);
}

function hasNoRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < noRoomBytes;
  } catch {
    return false;
  }
}

/** Says nothing of the file that was read. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError || codeOf(error) === 'SQLITE_NOMEM';
}
