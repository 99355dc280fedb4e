import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { LayoutProfile } from '#shared/features/print/profile.ts';
import { builtInProfiles } from './profiles.ts';

/** Every layout: the built-in ones, each with the office's own values where it changed them, and the office's own. */
export async function listProfiles(db: Kysely<Database>): Promise<LayoutProfile[]> {
  const rows = await db.selectFrom('layout_profile').select('layout').orderBy('key').execute();
  const own = rows.map(({ layout }) => JSON.parse(layout) as LayoutProfile);
  return [...builtInProfiles.filter(({ id }) => !own.some((one) => one.id === id)), ...own];
}
