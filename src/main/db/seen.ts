import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { writeDurably } from './durable-file.ts';
import { storeId } from './journal/change-set.ts';
import { savedFile, seenFile } from './store-files.ts';

/** The number of a store's newest change set, kept outside the store: what is lost with a log cannot tell of its loss. */
type Seen = { store: string; seq: number };

/** What this PC knows of the store last. */
export function readSeen(folder: string): Seen | null {
  const [seen, saved] = [readFolded(folder), readMark(folder, savedFile)];
  return saved && (!seen || (saved.store === seen.store && saved.seq > seen.seq)) ? saved : seen;
}

/** What it was when the log was folded into the file last. */
export function readFolded(folder: string): Seen | null {
  return readMark(folder, seenFile);
}

function readMark(folder: string, name: string): Seen | null {
  try {
    const mark = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Seen;
    return typeof mark.store === 'string' && Number.isInteger(mark.seq) ? mark : null;
  } catch {
    return null;
  }
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

export function noteSaved(raw: Sqlite, folder: string): void {
  const saved: Seen = { store: storeId(raw), seq: newestSeq(raw) };
  try {
    writeFileSync(join(folder, savedFile), JSON.stringify(saved));
  } catch {
    // A full disk: the change itself is safe.
  }
}
