import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import * as repository from './repository.ts';
import { symbols } from './symbols.ts';

export { documentToPrint } from './print-model.ts';

/** The documents that came out of a conference, oldest first. */
export async function documentsOfConference(db: Kysely<Database>, conferenceId: string) {
  return repository.documentsOfConference(db, conferenceId, await symbols(db));
}
