import type { Database as Sqlite } from 'better-sqlite3';
import { noteSaved, rememberSeen } from './seen.ts';

/** How long after the last command the log is folded into the file: an Explorer copy of an idle store is then whole. */
const foldAfterMs = 8_000;
/** How long after a command its number is noted outside the store: one note for several that follow each other. */
const noteAfterMs = 500;
const longestWaitMs = 600_000;

export type AfterSave = {
  /** To be called after each commit. */
  touched: () => void;
  /** Now. @throws what SQLite or the disk says */
  fold: () => void;
  stop: () => void;
};

/**
 * What follows a save by itself, in a while. Nobody is there to catch what fails then: it is reported, and tried again
 * later and later.
 */
export function createAfterSave(raw: Sqlite, folder: string, report: (error: unknown) => void): AfterSave {
  const fold = () => {
    raw.pragma('wal_checkpoint(TRUNCATE)');
    rememberSeen(raw, folder);
  };
  const folding = inAWhile(fold, foldAfterMs);
  const noting = inAWhile(() => noteSaved(raw, folder), noteAfterMs);

  function inAWhile(work: () => void, afterMs: number) {
    let timer: NodeJS.Timeout | undefined;
    const stop = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    const start = (waitMs = afterMs) => {
      stop();
      timer = setTimeout(() => {
        timer = undefined;
        if (!raw.open) return;
        if (raw.inTransaction) return start();
        try {
          work();
        } catch (error) {
          report(error);
          start(Math.min(2 * waitMs, longestWaitMs));
        }
      }, waitMs);
      timer.unref();
    };
    return { start, stop, isWaiting: () => timer !== undefined };
  }

  return {
    touched: () => {
      folding.start();
      if (!noting.isWaiting()) noting.start();
    },
    fold,
    stop: () => {
      folding.stop();
      noting.stop();
    },
  };
}
