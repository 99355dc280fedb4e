import { tmpdir } from 'node:os';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Database as Sqlite } from 'better-sqlite3';
import type { Services } from '#main/api/services.ts';
import { copyStore, type StoreCopy, sizeOf } from '#main/db/copy-store.ts';
import { newestSeal } from '#main/db/journal/newest-changes.ts';
import { nothingFound, type Report, verifySteps } from '#main/db/journal/verify.ts';
import type { Store } from '#main/db/open.ts';
import { hasRoom } from '#main/db/room.ts';
import { checkedFolderPrefix } from '#main/db/store-files.ts';
import { AppError } from '#shared/errors.ts';

type CheckedStore = Pick<Store, 'db' | 'raw' | 'folder'>;

/** A query's context cannot be called off and shows nothing; a task's does both. */
export type Checking = {
  services: Pick<Services, 'checker'>;
  signal?: AbortSignal;
  progress?: (stage: string, done: number, total: number) => void;
};

/** The newest check of each store that is open. */
const checked = new WeakMap<Sqlite, { seq: number; report: Report }>();

/**
 * Checks the whole store and remembers what was found. A copy is checked, by another process: the store is locked to
 * this one, and goes on meanwhile.
 * @throws AppError CHECK_FAILED, CANCELLED
 */
export async function verifyNow(store: CheckedStore, checking: Checking): Promise<Report> {
  // What is saved while it is copied may be in the copy or not: only what was there before is certain.
  const seq = newestSeq(store.raw);
  const folder = [store.folder, tmpdir()].find((one) => hasRoom(one, sizeOf(store.raw)));
  const report = folder ? await verifyCopy(store, folder, checking) : await verifyLive(store, checking);
  checked.set(store.raw, { seq, report });
  return report;
}

/** What the check says of the store as it is: pages that are shown and then printed check it once. */
export async function verified(store: CheckedStore, checking: Checking): Promise<Report> {
  const last = checked.get(store.raw);
  const isWhole = last?.seq === newestSeq(store.raw) && last.report.skipped.length === 0;
  return last && isWhole ? last.report : verifyNow(store, checking);
}

async function verifyCopy({ raw }: CheckedStore, folder: string, checking: Checking): Promise<Report> {
  let copy: StoreCopy;
  try {
    copy = await copyStore({ raw, folder }, checkedFolderPrefix, (done, total) =>
      checking.progress?.('copy', done, total),
    );
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    // A store that cannot even be copied page by page is no longer one.
    if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB')
      return { ...nothingFound(), faults: [{ kind: 'structure', seq: null, table: null }] };
    if (code.startsWith('SQLITE_IOERR')) throw new AppError('CHECK_FAILED', { reason: 'copy' }, error);
    throw error;
  }
  try {
    return await checking.services.checker.verify({ file: copy.file }, checking);
  } finally {
    await copy.remove();
  }
}

/** So long a step of the check may keep the page waiting. */
const sliceMs = 30;

/**
 * Where no disk has room for a copy: what can be done bit by bit on the store itself, each bit in the store's own turn.
 * @throws AppError CHECK_FAILED `changed` when something was saved meanwhile
 */
async function verifyLive({ db, raw }: CheckedStore, checking: Checking): Promise<Report> {
  const report: Report = { ...nothingFound(), skipped: ['structure'] };
  const seq = newestSeq(raw);
  const steps = verifySteps(raw, report, (...told) => checking.progress?.(...told));
  const slice = async () => {
    const end = performance.now() + sliceMs;
    while (performance.now() < end) if (steps.next().done) return true;
    return false;
  };
  while (!(await db.transaction().execute(slice))) {
    checking.signal?.throwIfAborted();
    await breathe();
  }
  if (newestSeq(raw) !== seq) throw new AppError('CHECK_FAILED', { reason: 'changed' });
  return report;
}

function newestSeq(raw: Sqlite): number {
  return newestSeal(raw)?.seq ?? 0;
}
