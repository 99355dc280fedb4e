import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** A setting of this PC, which features keep under keys of their own; null: never set. */
export async function readPreference(db: Kysely<Database>, key: string): Promise<string | null> {
  const row = await db.selectFrom('preference').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function writePreference(db: Transaction<Database>, key: string, value: string): Promise<void> {
  await db
    .insertInto('preference')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

export async function allPreferences(db: Kysely<Database>): Promise<Record<string, string>> {
  const rows = await db.selectFrom('preference').selectAll().execute();
  return Object.fromEntries(rows.map((row) => [row.key, row.value]));
}
