import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { QueryContext } from '#main/api/context.ts';
import { renamePatiently } from '#main/db/durable-file.ts';
import type { Store } from '#main/db/open.ts';
import { searchIndexFile, unfinishedEnd } from '#main/db/store-files.ts';
import { catchUp } from './catch-up.ts';
import { openAsLeft, openIndex, removeIndex, type SearchIndex } from './index-file.ts';
import { isSameIndex } from './same-index.ts';

type Context = Pick<QueryContext, 'store' | 'services'>;
type Work<T> = (index: SearchIndex) => T;

/** One after the other: each first brings the index up to the store. */
let last: Promise<unknown> = Promise.resolve();

/** Does the work with an index that says what the store says now. */
export function withIndex<T>(ctx: Context, work: Work<T>, signal?: AbortSignal): Promise<T> {
  const done = last.then(() => whenCaughtUp(ctx, work, signal));
  last = done.catch(() => undefined);
  return done;
}

/** Ahead of the next search, which would do it first. */
export function catchUpIndex(ctx: Context, signal: AbortSignal): Promise<void> {
  return withIndex(ctx, () => undefined, signal);
}

export type Renewed = 'sound' | 'renewed';

/**
 * Makes it from the store once more and compares: one that said something else is told. The new one takes its place.
 * @returns null where the folder takes no file, or an earlier day is shown
 */
export function renewIndex({ store, services }: Context, signal?: AbortSignal): Promise<Renewed | null> {
  const done = last.then(async () => {
    if (store !== services.session.present()) return null;
    const file = join(store.folder, searchIndexFile);
    try {
      return await renew(file, store, signal);
    } catch (error) {
      if (error instanceof Sqlite.SqliteError) return null;
      throw error;
    }
  });
  last = done.catch(() => undefined);
  return done;
}

async function renew(file: string, store: Store, signal: AbortSignal | undefined): Promise<Renewed> {
  const newFile = file + unfinishedEnd;
  removeIndex(newFile);
  const fresh = openIndex(newFile);
  let isSound: boolean;
  try {
    await catchUp(fresh, store, signal);
    isSound = await saysTheSame(file, fresh, store, signal);
  } finally {
    fresh.raw.close();
  }
  removeIndex(file);
  renamePatiently(newFile, file);
  return isSound ? 'sound' : 'renewed';
}

/** One that was not made yet says nothing wrong. */
async function saysTheSame(
  file: string,
  fresh: SearchIndex,
  store: Store,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (!existsSync(file)) return true;
  let known: SearchIndex | null = null;
  try {
    known = openAsLeft(file);
    if (!known) return true;
    // What is saved meanwhile comes into both.
    do {
      await catchUp(known, store, signal);
      await catchUp(fresh, store, signal);
    } while (known.mark()?.seq !== fresh.mark()?.seq);
    return await isSameIndex(known, fresh);
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return false;
    throw error;
  } finally {
    known?.raw.close();
  }
}

async function whenCaughtUp<T>(
  { store, services }: Context,
  work: Work<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (store !== services.session.present()) {
    const index = indexOfPast(store);
    await catchUp(index, store, signal);
    return work(index);
  }
  const file = join(store.folder, searchIndexFile);
  try {
    return await withFile(file, store, work, signal);
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    // Damaged where nobody had looked yet.
    removeIndex(file);
    return withFile(file, store, work, signal);
  }
}

async function withFile<T>(file: string, store: Store, work: Work<T>, signal?: AbortSignal): Promise<T> {
  const index = openBeside(file);
  try {
    await catchUp(index, store, signal);
    return work(index);
  } finally {
    index.raw.close();
  }
}

/** In memory where the folder takes no file. */
function openBeside(file: string): SearchIndex {
  try {
    return openIndex(file);
  } catch {
    return openIndex(':memory:');
  }
}

/** An earlier day is shown for minutes and never changes. */
const pasts = new WeakMap<Store, SearchIndex>();

function indexOfPast(store: Store): SearchIndex {
  const index = pasts.get(store) ?? openIndex(':memory:');
  pasts.set(store, index);
  return index;
}
