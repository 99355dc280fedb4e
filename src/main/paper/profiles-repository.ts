import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { storedLayout } from '#shared/paper/frozen.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { layoutProfileRecord } from '#shared/paper/records.ts';
import { readFields } from '#shared/record.ts';
import { builtInProfiles } from './profiles.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** Every layout: the built-in ones, each with the office's own values where it changed them, and the office's own. */
export async function listProfiles(db: Db): Promise<LayoutProfile[]> {
  const rows = await db.selectFrom('layout_profile').select(['key', 'layout']).orderBy('key').execute();
  const own = rows.map((row) => readFields(layoutProfileRecord, ['layout'], row).layout);
  return [...builtInProfiles.filter(({ id }) => !own.some((one) => one.id === id)), ...own];
}

export async function upsertProfile(db: Trx, id: string, profile: LayoutProfile): Promise<void> {
  const layout = storedLayout.write(profile);
  await db
    .insertInto('layout_profile')
    .values({ id, key: profile.id, layout })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ layout }))
    .execute();
}

export async function deleteProfile(db: Trx, key: string): Promise<void> {
  await db.deleteFrom('layout_profile').where('key', '=', key).execute();
}
