import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';

/** How much somebody has begun and not saved. */
export async function countDrafts(db: Kysely<Database>, actor: string): Promise<number> {
  const { count } = await db
    .selectFrom('draft')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('actor', '=', actor)
    .executeTakeFirstOrThrow();
  return count;
}

export async function handOverDrafts(db: Transaction<Database>, from: string, to: string): Promise<void> {
  await db.updateTable('draft').set({ actor: to }).where('actor', '=', from).execute();
}
