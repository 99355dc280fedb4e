import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { getOrganisation } from '#main/features/organisation/index.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import type { SymbolOn } from './repository.ts';

/** The body's symbol by date; an undated draft shows the newest. */
export async function symbols(db: Kysely<Database>): Promise<SymbolOn> {
  const organisation = await getOrganisation(db);
  return (date) => (date ? nameOn(organisation, date) : organisation.names.at(-1))?.symbol ?? '';
}
