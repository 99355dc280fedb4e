import { existsSync } from 'node:fs';
import type { Transaction } from 'kysely';
import { type ChangeSetHead, closeChangeSet, openChangeSet } from '#main/db/journal/change-set.ts';
import type { Store } from '#main/db/open.ts';
import type { Database } from '#main/db/schema.ts';
import type { ChangeNotice } from '#shared/bridge.ts';
import { AppError } from '#shared/errors.ts';

/** What the work says of its change set; who made it and what it is called, the store and the door say. */
export type ChangeHead = Omit<ChangeSetHead, 'id' | 'origin'>;
type Closing<T> = { value: T; head: ChangeHead };

/** Runs the work in one transaction and seals what it changed as one change set. */
export async function inOneChange<T>(
  store: Store,
  newId: () => string,
  work: (within: { db: Transaction<Database>; store: Store }) => Promise<Closing<T>>,
): Promise<{ value: T; change: ChangeNotice | null }> {
  refuseMoved(store);
  const running = store.db.transaction().execute(async (db) => {
    const id = newId();
    openChangeSet(store.raw, id);
    // Whoever asked the store itself meanwhile would wait for this very transaction.
    const closing = await work({ db, store: { ...store, db } });
    return { ...closing, id, seq: closeChangeSet(store.raw, { ...closing.head, id, origin: store.origin }) };
  });
  const { value, head, id, seq } = await running.catch((error: unknown) => {
    store.failed(error);
    throw error;
  });
  store.touched(seq);
  const undoable = head.kind === 'do' && !head.final;
  return { value, change: seq === null ? null : { id, seq, command: head.command, undoable } };
}

/** Elsewhere than on Windows a folder can be taken from under a program: what is written then is in no file that anybody finds. */
function refuseMoved({ file, failed }: Store): void {
  if (existsSync(file)) return;
  failed(Object.assign(new Error('the file of the store is gone'), { code: 'ENOENT' }));
  throw new AppError('STORE_UNAVAILABLE', { reason: 'moved' });
}
