import type { Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';

/** What somebody has read of the documents counts as read by another one. */
export async function handOverReadMarks(db: Transaction<Database>, from: string, to: string): Promise<void> {
  await db.updateTable('read_mark').set({ actor: to }).where('actor', '=', from).execute();
}
