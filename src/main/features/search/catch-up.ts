import { setImmediate } from 'node:timers/promises';
import { newestSeal, sealOf } from '#main/db/journal/newest-changes.ts';
import type { Store } from '#main/db/open.ts';
import type { Mark, SearchIndex } from './index-file.ts';
import { allSources, changedSources, passagesOf, type Source } from './sources.ts';

/** Records read between two breaths of the program. */
const perBreath = 20;

/**
 * Brings the index up to the store: what changed since, or everything when it is not of this store and its past. Called
 * off, it goes on where it was, or from nothing when it was made from nothing.
 */
export async function catchUp(index: SearchIndex, store: Store, signal?: AbortSignal): Promise<void> {
  const now = newest(store);
  const known = index.mark();
  if (known && known.seq === now.seq && isOf(known, store)) return;
  const isFresh = !known || !isOf(known, store);
  if (isFresh) index.clear();
  const sources = isFresh ? await allSources(store.db) : changedSources(store.raw, known.seq);
  for (let at = 0; at < sources.length; at += perBreath) {
    await readAgain(index, store, sources.slice(at, at + perBreath));
    await setImmediate();
    signal?.throwIfAborted();
  }
  index.setMark(now);
}

/** What is saved while it is read comes after the mark, and is read again next time. */
async function readAgain(index: SearchIndex, { db }: Store, sources: readonly Source[]): Promise<void> {
  const all = [];
  for (const source of sources) all.push({ source, passages: await passagesOf(db, source) });
  index.replace(all);
}

function newest({ raw, id }: Store): Mark {
  return { storeId: id, ...(newestSeal(raw) ?? { seq: 0, head: '' }) };
}

/** Of this very history: after a restore the same numbers can be other changes. */
function isOf({ storeId, seq, head }: Mark, { raw, id }: Store): boolean {
  if (storeId !== id) return false;
  return sealOf(raw, seq) === head || (seq === 0 && head === '');
}
