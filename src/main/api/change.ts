import type { Transaction } from 'kysely';
import { type ChangeSetHead, closeChangeSet, openChangeSet } from '#main/db/journal/change-set.ts';
import type { Store } from '#main/db/open.ts';
import type { Database } from '#main/db/schema.ts';
import type { ChangeNotice } from '#shared/bridge.ts';

/** What the work says of its change set; who made it and what it is called, the store and the door say. */
export type ChangeHead = Omit<ChangeSetHead, 'id' | 'origin'>;
type Closing<T> = { value: T; head: ChangeHead };

/** Runs the work in one transaction and seals what it changed as one change set. */
export async function inOneChange<T>(
  store: Store,
  newId: () => string,
  work: (within: { db: Transaction<Database>; store: Store }) => Promise<Closing<T>>,
): Promise<{ value: T; change: ChangeNotice | null }> {
  const { value, head, id, seq } = await store.db.transaction().execute(async (db) => {
    const id = newId();
    openChangeSet(store.raw, id);
    // Whoever asked the store itself meanwhile would wait for this very transaction.
    const closing = await work({ db, store: { ...store, db } });
    return { ...closing, id, seq: closeChangeSet(store.raw, { ...closing.head, id, origin: store.origin }) };
  });
  store.touched(seq);
  const undoable = head.kind === 'do' && !head.final;
  return { value, change: seq === null ? null : { id, seq, command: head.command, undoable } };
}
