import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a small file so that a crash leaves the old content or the new one, never half of it. */
export function writeDurably(file: string, content: string): void {
  const temporary = `${file}.tmp`;
  const handle = openSync(temporary, 'w');
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renamePatiently(temporary, file);
  syncFolder(dirname(file));
}

/** Windows' virus scanners hold a file right after it was closed: EBUSY or EPERM that goes away by itself. */
const attempts = 10;
const waiter = new Int32Array(new SharedArrayBuffer(4));

export function renamePatiently(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (attempt === attempts || !['EBUSY', 'EPERM', 'EACCES'].includes(code)) throw error;
      Atomics.wait(waiter, 0, 0, 25 * attempt);
    }
  }
}

export function removeQuietly(file: string): void {
  rmSync(file, { force: true });
}

/** Makes a rename itself survive a power cut. Windows cannot open a folder, and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
