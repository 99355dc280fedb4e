import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { isOnSameDisk } from '#main/db/room.ts';
import { AppError } from '#shared/errors.ts';

/** Where backups go. What lies on the disk of the data is lost with it. */
export type Place = { folder: string; isOnSameDisk: boolean };

/**
 * A stick that is not there leaves no folder, or an empty one on the system's disk: a backup there would be none.
 * @throws AppError FILE_UNWRITABLE `folderGone`
 */
export function refuseGone({ folder, isOnSameDisk: was }: Place, dataFolder: string): void {
  const isThere = existsSync(folder) && (was || !isOnSameDisk(folder, dataFolder));
  if (!isThere) throw new AppError('FILE_UNWRITABLE', { reason: 'folderGone', params: { folder } });
}

/** Also by another name. */
export function isWithin(folder: string, outer: string): boolean {
  const way = relative(realPath(outer), realPath(folder));
  return !/^\.\.(?:[\\/]|$)/u.test(way) && !/^(?:[\\/]|[A-Za-z]:)/u.test(way);
}

/** Also of a folder that is still to be made. */
function realPath(folder: string): string {
  if (existsSync(folder) || dirname(folder) === folder)
    return existsSync(folder) ? realpathSync(folder) : folder;
  return join(realPath(dirname(folder)), basename(folder));
}
