import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import type { DocumentFields, DocumentRecord } from '#shared/features/documents/schema.ts';
import { readRow } from '#shared/record.ts';
import { codes } from './codes.ts';
import * as repository from './repository.ts';
import { listKept, newestSeq } from './versions-repository.ts';

export { documentRows } from './issue/numbered-documents.ts';
export { documentPapers } from './papers/index.ts';
export { issuedPdf } from './papers/issued-pdf.ts';
export { sampleDay, sampleModel } from './papers/sample.ts';
export { handOverReadMarks } from './read-marks.ts';
export { citedClauses } from './references/citations.ts';
export { outcomesOf } from './references/outcomes.ts';
export { forceOn } from './register/in-force.ts';
export { updateDocument } from './repository.ts';
export { requireDocument } from './require.ts';
export {
  insertStep,
  listSteps,
  newestSteps,
  newestVersion,
  stageOf,
} from './way/steps-repository.ts';

export type ReadVersions = {
  /** The version that is stored now. */
  seq: number;
  now: DocumentRecord;
  /** Those of the asked versions that the document had. */
  kept: ReadonlyMap<number, DocumentFields>;
};

/** A document as it is stored, and as it was in the asked versions; null when there is none. */
export async function readVersions(
  db: Kysely<Database>,
  id: string,
  seqs: readonly number[],
): Promise<ReadVersions | null> {
  const now = await repository.findDocument(db, id, await codes(db));
  const seq = now && (await newestSeq(db, id));
  if (!now || seq === null) return null;
  const kept = await listKept(db, id, seqs);
  return { seq, now, kept: new Map(kept.map((one) => [one.seq, readRow(documentRecord, one.image)])) };
}
