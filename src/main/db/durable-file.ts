import { closeSync, createReadStream, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unfinishedEnd } from './store-files.ts';

/** Writes a small file so that a crash leaves the old content or the new one, never half of it. */
export function writeDurably(file: string, content: string): void {
  const unfinished = file + unfinishedEnd;
  const handle = openSync(unfinished, 'w');
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renamePatiently(unfinished, file);
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

/** Bytes between two flushes of a long copy: what is told is on the disk, and the last flush is no longer than others. */
const bytesPerFlush = 16 << 20;

type Copying = { signal: AbortSignal; watch: (done: number, total: number) => void };

/** Copies the first `bytes` of a file, and flushes them: a stick may take a minute, in which the program goes on. */
export async function copyDurably(
  from: string,
  to: string,
  bytes: number,
  { signal, watch }: Copying,
): Promise<void> {
  const target = await open(to, 'w');
  try {
    let done = 0;
    let flushed = 0;
    for await (const part of createReadStream(from, { end: bytes - 1, highWaterMark: 1 << 20, signal })) {
      await target.writeFile(part as Buffer);
      done += (part as Buffer).length;
      if (done - flushed >= bytesPerFlush) {
        await target.datasync();
        flushed = done;
      }
      watch(done, bytes);
    }
    await target.sync();
  } finally {
    await target.close();
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
