import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';

/** The numbers that documents carry within the term, for whoever counts on. */
export function documentRows(db: Kysely<Database>, termId: string, counter: string) {
  return db
    .selectFrom('document')
    .select(['id', 'number', 'date'])
    .where('term_id', '=', termId)
    .where('counter', '=', counter)
    .$narrowType<{ number: number; date: string }>();
}
