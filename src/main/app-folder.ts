import { join, sep } from 'node:path';

/**
 * A folder of the program that other than Electron's own file functions read: code of native packages knows nothing of
 * archives. Packed, it lies beside the archive.
 */
export function onRealDisk(appRoot: string, folder: string): string {
  const isArchive = appRoot.endsWith(`${sep}app.asar`);
  return join(isArchive ? `${appRoot}.unpacked` : appRoot, folder);
}
