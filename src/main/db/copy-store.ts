import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';
import { createFlusher } from './flusher.ts';
import type { Watch } from './journal/roll-back.ts';
import type { Store } from './open.ts';
import { needRoom } from './room.ts';
import { checkedFolderPrefix, pastFolderPrefix, snapshotFolderPrefix, storeFileName } from './store-files.ts';

/** Pages that SQLite copies between two breaths of the program. */
const pagesPerStep = 400;
const busyMs = 10;

const prefixes = [pastFolderPrefix, checkedFolderPrefix, snapshotFolderPrefix] as const;

export type StoreCopy = { folder: string; file: string; remove: () => Promise<void> };

/**
 * The store as it is now, in a folder of its own beside it, so that the copy is as safe from others' eyes as the store
 * is. SQLite's own backup: consistent while the program goes on; in steps, so that the page never waits.
 * @param watch told the pages; what it throws stops the copying
 * @param beside elsewhere, where there is no room beside it
 * @throws AppError DISK_FULL, CANCELLED when the store is closed meanwhile; SQLite's own errors
 */
export async function copyStore(
  { raw, folder: beside }: Pick<Store, 'raw' | 'folder'>,
  prefix: (typeof prefixes)[number],
  watch: Watch,
): Promise<StoreCopy> {
  needRoom(beside, sizeOf(raw));
  const folder = mkdtempSync(join(beside, prefix));
  const file = join(folder, storeFileName);
  const remove = () => rm(folder, removal).catch(later);
  try {
    await copyStoreTo(raw, file, watch);
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, file, remove };
}

/** Bytes of the store with its log, as a copy has them. */
export function sizeOf(raw: Store['raw']): number {
  return (
    Number(raw.pragma('page_count', { simple: true })) * Number(raw.pragma('page_size', { simple: true }))
  );
}

/**
 * The store as it is now, into a file that does not exist yet.
 * @throws AppError CANCELLED when the store is closed meanwhile; SQLite's own errors; what `watch` throws
 */
export async function copyStoreTo(raw: Store['raw'], file: string, watch: Watch): Promise<void> {
  try {
    await copyInSteps(raw, file, watch);
  } catch (error) {
    throw raw.open ? error : new AppError('CANCELLED');
  }
}

/**
 * While a command's transaction is open, SQLite copies nothing. At the beginning that looks as if all were done: then it
 * is tried again.
 */
async function copyInSteps(raw: Store['raw'], file: string, watch: Watch): Promise<void> {
  const flusher = createFlusher(file);
  let told = -1;
  const progress = ({ totalPages, remainingPages }: { totalPages: number; remainingPages: number }) => {
    const done = totalPages - remainingPages;
    if (done !== told) watch(done, totalPages);
    told = done;
    return flusher.hasToWait(done, remainingPages <= pagesPerStep) ? 0 : pagesPerStep;
  };
  try {
    while ((await raw.backup(file, { progress })).totalPages === 0) {
      watch(0, 0);
      await sleep(busyMs);
    }
  } finally {
    await flusher.close();
  }
}

/** Those of a program that died while it had one. Only who holds the store may call it. */
export function removeCopies(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!prefixes.some((prefix) => name.startsWith(prefix))) continue;
    try {
      rmSync(join(folder, name), removal);
    } catch {
      later();
    }
  }
}

const removal = { recursive: true, force: true, maxRetries: 3 };

/** What a virus scanner still holds goes at the next start. */
function later(): void {}
