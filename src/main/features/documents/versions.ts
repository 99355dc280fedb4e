import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { namesOf } from '#main/records/names.ts';
import { AppError } from '#shared/errors.ts';
import { compareDocuments } from '#shared/features/documents/compare/compare-documents.ts';
import type { Comparison, DocumentVersion } from '#shared/features/documents/compare/schema.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import { type DocumentFields, documentFields } from '#shared/features/documents/schema.ts';
import { readRow } from '#shared/record.ts';
import { type Names, namedIn } from '#shared/record-words.ts';
import { listKept } from './versions-repository.ts';

type Db = Kysely<Database>;

/** Which versions: by change set, `to` null for what is stored now; `edits`: what is typed and not saved yet. */
export type Compared = { id: string; from: number; to: number | null; edits?: DocumentFields | undefined };

const fieldNames = documentFields.keyof().options;

/** The versions of a document, newest first: from the journal, nothing is kept twice. */
export async function versionsOf(db: Db, id: string): Promise<DocumentVersion[]> {
  const kept = await listKept(db, id);
  let before: DocumentFields | null = null;
  const versions = kept.map(({ image, ...head }): DocumentVersion => {
    const now = readRow(documentRecord, image);
    const old = before;
    before = now;
    const fields = fieldNames.filter(
      (name) => !old || JSON.stringify(old[name]) !== JSON.stringify(now[name]),
    );
    return { ...head, fields };
  });
  return versions.reverse();
}

/** @throws AppError NOT_FOUND when the document never had that version */
export async function compareVersions(db: Db, wanted: Compared): Promise<Comparison> {
  const [before, after] = await bothVersions(db, wanted);
  const compared = compareDocuments(before, after);
  return { ...compared, names: await namesIn(db, compared) };
}

/** What the records are called that the changed values name. */
export function namesIn(db: Db, { fields }: Pick<Comparison, 'fields'>): Promise<Names> {
  return namesOf(
    db,
    fields.flatMap((change) =>
      change.kind === 'value'
        ? [change.before, change.after].flatMap((one) => namedIn(documentRecord.fields[change.field], one))
        : [],
    ),
  );
}

/** @throws AppError NOT_FOUND */
export async function bothVersions(
  db: Db,
  { id, from, to, edits }: Compared,
): Promise<[DocumentFields, DocumentFields]> {
  const kept = await listKept(db, id);
  const version = (seq: number | null) => {
    const found = seq === null ? kept.at(-1) : kept.find((one) => one.seq === seq);
    if (!found) throw new AppError('NOT_FOUND');
    return readRow(documentRecord, found.image);
  };
  return [version(from), to === null && edits ? edits : version(to)];
}
