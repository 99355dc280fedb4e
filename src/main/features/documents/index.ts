import type { Reading } from '#main/db/open.ts';
import type { DocumentFields, DocumentRecord } from '#shared/features/documents/schema.ts';
import { codes } from './codes.ts';
import * as repository from './repository.ts';
import { keptVersions } from './versions.ts';
import { newestVersion } from './way/steps-repository.ts';

export { documentRows } from './issue/numbered-documents.ts';
export { lockedAmong } from './locked.ts';
export { documentObjections } from './objections.ts';
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
  version: string;
  now: DocumentRecord;
  /** Those of the asked versions that the document had. */
  kept: ReadonlyMap<string, DocumentFields>;
};

/** A document as it is stored, and as it was in the asked versions; null when there is none. */
export async function readVersions(
  store: Reading,
  id: string,
  versions: readonly string[],
): Promise<ReadVersions | null> {
  const { db } = store;
  const now = await repository.findDocument(db, id, await codes(db));
  const version = now && (await newestVersion(db, id));
  if (!now || version === null) return null;
  const kept = await keptVersions(store, id, versions);
  // The running change has its version already, and is written down when it ends.
  return { version, now, kept: kept.set(version, kept.get(version) ?? now) };
}
