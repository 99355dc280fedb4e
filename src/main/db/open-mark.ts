import type { Database as Sqlite } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { hasLog } from './file-gate.ts';
import { storeId } from './journal/change-set.ts';
import { newestSeal } from './journal/newest-changes.ts';
import { readSaved, readSeen, rememberSeen } from './seen.ts';

/*
 * The file itself says that it is open: whoever copies it alone meanwhile, without the log beside it, has a file that lacks
 * what was saved last, and nothing else would tell.
 */
const key = 'open_since';

/** In the file itself, not only in the log. */
export function markOpen(raw: Sqlite, now: string): void {
  raw.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, now);
  raw.pragma('wal_checkpoint(TRUNCATE)');
}

/** The program that had it open last did not close it. To be asked before it is marked again. */
export function isMarkedOpen(raw: Sqlite): boolean {
  return raw.prepare('SELECT 1 FROM meta WHERE key = ?').get(key) !== undefined;
}

/** Also of a copy that is to stand for itself. */
export function markClosed(raw: Sqlite): void {
  raw.prepare('DELETE FROM meta WHERE key = ?').run(key);
}

/** This PC noted each of its saves, and the newest of them is there. */
function isAllThatWasSaved(folder: string, store: string, found: number): boolean {
  const [saved, seen] = [readSaved(folder), readSeen(folder)];
  return saved?.store === store && seen?.store === store && seen.seq === found;
}

/**
 * A file that was copied while it was open, without its log. Where this PC knows that nothing is missing it was only killed
 * after the log had been folded.
 * @throws AppError STORE_WITHOUT_LOG unless just this was accepted
 */
export function refuseWithoutLog(
  raw: Sqlite,
  file: string,
  folder: string,
  acceptedAt: number | undefined,
): void {
  if (!isMarkedOpen(raw) || hasLog(file)) return;
  const found = newestSeal(raw)?.seq ?? 0;
  if (isAllThatWasSaved(folder, storeId(raw), found)) return;
  if (found !== acceptedAt) throw new AppError('STORE_WITHOUT_LOG', { params: { found } });
  rememberSeen(raw, folder);
}
