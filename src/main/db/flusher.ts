import { type FileHandle, open } from 'node:fs/promises';

/** Pages between two flushes: 32 MB. */
const pagesPerFlush = 8_000;
const restMs = 2;
const rest = new Int32Array(new SharedArrayBuffer(4));

export type Flusher = {
  /** Whether SQLite shall copy nothing for now; it asks again at once, so this rests a little. */
  hasToWait: (copied: number, isBeforeLast: boolean) => boolean;
  close: () => Promise<void>;
};

/**
 * Flushes a file while SQLite copies into it, aside from the program. SQLite's own flush, at the end and in one piece,
 * then finds little left: of a store of hundreds of megabytes it would keep the window waiting for seconds.
 */
export function createFlusher(file: string): Flusher {
  let handle: FileHandle | undefined;
  let flushing: Promise<void> | null = null;
  let flushed = 0;

  async function flush(): Promise<void> {
    try {
      handle ??= await open(file, 'r+');
      await handle.datasync();
    } catch {
      // SQLite flushes as well, and tells what is wrong.
    }
    flushing = null;
  }

  return {
    hasToWait(copied, isBeforeLast) {
      const isDue = copied - flushed >= pagesPerFlush || (isBeforeLast && copied > flushed);
      if (isDue && !flushing) {
        flushed = copied;
        flushing = flush();
      }
      const waits = flushing !== null && (isDue || isBeforeLast);
      if (waits) Atomics.wait(rest, 0, 0, restMs);
      return waits;
    },
    async close() {
      await flushing;
      await handle?.close();
    },
  };
}
