import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';

/** The office's own short forms. */
export function ownPhrases(db: Kysely<Database>): Promise<{ abbreviation: string; text: string }[]> {
  return db.selectFrom('phrase').select(['abbreviation', 'text']).execute();
}
