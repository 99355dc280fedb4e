import { closeSync, constants, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { writeDurably } from './durable-file.ts';
import { storeId } from './journal/change-set.ts';
import { readNote } from './note.ts';
import { savedFile, seenFile } from './store-files.ts';

/** The number of a store's newest change set, kept outside the store: what is lost with a log cannot tell of its loss. */
const mark = z.object({ store: z.string(), seq: z.int() });
type Seen = z.infer<typeof mark>;

/** More than one ever takes, so that each covers the one before. */
const noteBytes = 120;

/** What this PC knows of the store last. */
export function readSeen(folder: string): Seen | null {
  const [seen, saved] = [readFolded(folder), readSaved(folder)];
  return saved && (!seen || (saved.store === seen.store && saved.seq > seen.seq)) ? saved : seen;
}

/** What it was when it was saved last. */
export function readSaved(folder: string): Seen | null {
  return readNote(join(folder, savedFile), mark);
}

/** What it was when the log was folded into the file last. */
export function readFolded(folder: string): Seen | null {
  return readNote(join(folder, seenFile), mark);
}

function newestSeq(raw: Sqlite): number {
  return raw.prepare('SELECT coalesce(max(seq), 0) FROM change_set').pluck().get() as number;
}

/** @throws AppError STORE_OLDER_THAN_SEEN unless just this was accepted */
export function refuseOlderThanSeen(raw: Sqlite, folder: string, acceptedAt: number | undefined): void {
  const seen = readSeen(folder);
  const found = newestSeq(raw);
  if (!seen || seen.store !== storeId(raw) || found >= seen.seq) return;
  if (found !== acceptedAt)
    throw new AppError('STORE_OLDER_THAN_SEEN', { params: { found, seen: seen.seq } });
  rmSync(join(folder, savedFile), { force: true });
  rememberSeen(raw, folder);
}

/** Flushed: after a power cut it says the truth. */
export function rememberSeen(raw: Sqlite, folder: string): void {
  const seen: Seen = { store: storeId(raw), seq: newestSeq(raw) };
  const known = readFolded(folder);
  if (known?.store !== seen.store || known.seq !== seen.seq)
    writeDurably(join(folder, seenFile), JSON.stringify(seen));
}

/** Written over in place: one that is cut to nothing first stays empty where the disk is full, or the program is killed. */
export function noteSaved(folder: string, saved: Seen): void {
  const handle = openSync(join(folder, savedFile), constants.O_RDWR | constants.O_CREAT);
  try {
    writeSync(handle, JSON.stringify(saved).padEnd(noteBytes), 0);
  } finally {
    closeSync(handle);
  }
}

/** As the store stands; on a full disk that note stays as it was. */
export function noteAsSaved(raw: Sqlite, folder: string): void {
  try {
    noteSaved(folder, { store: storeId(raw), seq: newestSeq(raw) });
  } catch {
    // Then the start is asked once more than it need be.
  }
}
