import type { Database as Sqlite } from 'better-sqlite3';
import { codeOf } from '#shared/errors.ts';
import { storeId } from './journal/change-set.ts';
import { noteSaved, rememberSeen } from './seen.ts';
import { troubleOf } from './trouble.ts';

/** How long after a save the log is folded into the file, also while saving goes on: so much at most a copy of the file alone lacks. */
const foldAfterMs = 8_000;
const longestWaitMs = 600_000;

export type AfterSave = {
  /** To be called after each commit. @param seq of its change set, where it left one */
  touched: (seq?: number | null) => void;
  /** What a command failed with: where it is the disk, it is told until a folding works again. */
  failed: (error: unknown) => void;
  /** Without waiting, and what is to be done before. What fails is reported. */
  foldNow: (first?: () => void) => void;
  stop: () => void;
};

/**
 * What follows a save by itself. Nobody is there to catch what fails then: it is reported, and tried again later and
 * later; that it works again is reported as well.
 */
export function createAfterSave(raw: Sqlite, folder: string, report: (error: unknown) => void): AfterSave {
  const store = storeId(raw);
  let timer: NodeJS.Timeout | undefined;
  let note: NodeJS.Immediate | undefined;
  let newest = 0;
  let isFailing = false;

  function foldNow(first?: () => void): boolean {
    try {
      first?.();
      raw.pragma('wal_checkpoint(TRUNCATE)');
      rememberSeen(raw, folder);
      if (isFailing) report(null);
      isFailing = false;
    } catch (error) {
      isFailing = true;
      report(error);
    }
    return !isFailing;
  }

  function failed(error: unknown): void {
    if (!troubleOf(error) && codeOf(error) !== 'ENOENT') return;
    isFailing = true;
    report(error);
    if (!timer) foldIn(foldAfterMs);
  }

  function foldIn(ms: number): void {
    timer = setTimeout(() => {
      timer = undefined;
      if (!raw.open) return;
      if (raw.inTransaction) foldIn(foldAfterMs);
      else if (!foldNow()) foldIn(Math.min(2 * ms, longestWaitMs));
    }, ms);
    timer.unref();
  }

  return {
    touched: (seq = null) => {
      if (!timer) foldIn(foldAfterMs);
      if (seq === null) return;
      newest = seq;
      // With the next breath: a log that is lost right after a save shall be missed.
      note ??= setImmediate(() => {
        note = undefined;
        // A full disk: the change itself is safe. A folder that is gone: told at once.
        try {
          noteSaved(folder, { store, seq: newest });
        } catch (error) {
          failed(error);
        }
      });
    },
    failed,
    foldNow,
    stop: () => {
      clearTimeout(timer);
      clearImmediate(note);
      timer = note = undefined;
    },
  };
}
