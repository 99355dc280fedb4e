import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { codes } from './codes.ts';
import * as repository from './repository.ts';

export { forceOn } from './in-force.ts';
export { issuedPdf } from './issued-pdf.ts';
export { chipWords, hasMoved, settledBody } from './live.ts';
export { findNumbered, lastNumbered } from './numbers-repository.ts';
export { documentToPrint } from './print-model.ts';
export { updateDocument } from './repository.ts';
export { requireDocument } from './require.ts';
export {
  insertStep,
  listSteps,
  newestSteps,
  newestVersion,
  stageOf,
} from './steps-repository.ts';

// Loaded when they are asked for, as in handlers.ts.
export const registerToPrint: typeof import('./register-paper.ts').registerToPrint = async (...all) =>
  (await import('./register-paper.ts')).registerToPrint(...all);
export const comparisonToPrint: typeof import('./versions-print.ts').comparisonToPrint = async (...all) =>
  (await import('./versions-print.ts')).comparisonToPrint(...all);

/** The documents that came out of a conference, oldest first. */
export async function documentsOfConference(db: Kysely<Database>, conferenceId: string) {
  return repository.documentsOfConference(db, conferenceId, await codes(db));
}
