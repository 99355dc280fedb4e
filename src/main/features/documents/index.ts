import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { codes } from './codes.ts';
import * as repository from './repository.ts';

export { issuedPdf } from './issued-pdf.ts';
export { chipWords } from './live.ts';
export { findNumbered, lastNumbered } from './numbers-repository.ts';
export { documentToPrint } from './print-model.ts';
export { registerToPrint } from './register-paper.ts';
export { comparisonToPrint } from './versions-print.ts';

/** The documents that came out of a conference, oldest first. */
export async function documentsOfConference(db: Kysely<Database>, conferenceId: string) {
  return repository.documentsOfConference(db, conferenceId, await codes(db));
}
