import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { QueryContext } from '#main/api/context.ts';
import type { Store } from '#main/db/open.ts';
import { searchIndexFile } from '#main/db/store-files.ts';
import { catchUp } from './catch-up.ts';
import { openIndex, removeIndex, type SearchIndex } from './index-file.ts';

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
