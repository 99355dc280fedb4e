import { statfsSync, statSync } from 'node:fs';
import { basename, dirname, parse, resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';

/** So much stays free at least: the next saves need it. */
const spareBytes = 2 << 20;

/** Whether that much fits into a folder. Where nobody can tell, writing will. */
export function hasRoom(folder: string, bytes: number): boolean {
  return freeBytes(folder) >= bytes + spareBytes;
}

/** @throws AppError DISK_FULL `room`, with the disk by name: before anything is begun */
export function needRoom(folder: string, bytes: number): void {
  if (hasRoom(folder, bytes)) return;
  const params = {
    disk: diskOf(folder),
    needed: inMegabytes(bytes + spareBytes),
    free: inMegabytes(freeBytes(folder)),
  };
  throw new AppError('DISK_FULL', { reason: 'room', params });
}

/** Whether what is lost with one of them is lost with the other. */
export function isOnSameDisk(a: string, b: string): boolean {
  try {
    return statSync(a).dev === statSync(b).dev;
  } catch {
    return false;
  }
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** As a person calls it: "E:", the name of the stick, "/". */
function diskOf(folder: string): string {
  let at = resolve(folder);
  if (process.platform === 'win32') return parse(at).root.replace(/\\$/u, '');
  while (dirname(at) !== at && isOnSameDisk(at, dirname(at))) at = dirname(at);
  return basename(at) || at;
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_048_576)} MB`;
}
