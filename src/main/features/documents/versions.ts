import { headsOf, numbersOf } from '#main/db/journal/heads.ts';
import { newestStateOf } from '#main/db/journal/newest-changes.ts';
import { changesOf, imagesAt } from '#main/db/journal/past-rows.ts';
import type { Reading } from '#main/db/open.ts';
import { namesOf } from '#main/records/names.ts';
import { AppError } from '#shared/errors.ts';
import { compareDocuments } from '#shared/features/documents/compare/compare-documents.ts';
import type { Comparison, DocumentVersion } from '#shared/features/documents/compare/schema.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import { type DocumentFields, documentFields } from '#shared/features/documents/schema.ts';
import { type Row, readRow } from '#shared/record.ts';
import { type Names, namedIn } from '#shared/record-words.ts';

/** Which versions: by the id of the change set, `to` null for what is stored now; `edits`: what is typed and not saved yet. */
export type Compared = { id: string; from: string; to: string | null; edits?: DocumentFields | undefined };

const fieldNames = documentFields.keyof().options;

/** The versions of a document, newest first: from the journal, nothing is kept twice. */
export async function versionsOf({ db, raw }: Reading, id: string): Promise<DocumentVersion[]> {
  // Of several states within one change set the last one stayed.
  const images = new Map(
    changesOf(raw, [{ table: 'document', rowId: id }]).flatMap(({ seq, after }) =>
      after ? [[seq, after] as const] : [],
    ),
  );
  const heads = await headsOf(db, [...images.keys()]);
  let before: Row | null = null;
  const versions = [...images].flatMap(([seq, now]): DocumentVersion[] => {
    const head = heads.get(seq);
    const fields = fieldNames.filter((name) => {
      const { column } = documentRecord.fields[name];
      return !before || before[column] !== now[column];
    });
    before = now;
    if (!head) return [];
    const { seq: _, id: version, ...told } = head;
    return [{ version, ...told, fields }];
  });
  return versions.reverse();
}

/** A document as these change sets left it, by their ids; those that did not touch it are left out. */
export async function keptVersions(
  { db, raw }: Reading,
  id: string,
  versions: readonly string[],
): Promise<Map<string, DocumentFields>> {
  const numbers = await numbersOf(db, versions);
  const images = imagesAt(raw, { table: 'document', rowId: id }, [...numbers.values()]);
  return new Map(
    [...numbers].flatMap(([version, seq]) => {
      const image = images.get(seq);
      return image ? [[version, readRow(documentRecord, image)] as const] : [];
    }),
  );
}

/** @throws AppError NOT_FOUND when the document never had that version */
export async function compareVersions(store: Reading, wanted: Compared): Promise<Comparison> {
  const [before, after] = await bothVersions(store, wanted);
  const compared = compareDocuments(before, after);
  return { ...compared, names: namesIn(store, compared) };
}

/** What the records are called that the changed values name. */
export function namesIn(store: Pick<Reading, 'raw'>, { fields }: Pick<Comparison, 'fields'>): Names {
  return namesOf(
    store,
    fields.flatMap((change) =>
      change.kind === 'value'
        ? [change.before, change.after].flatMap((one) => namedIn(documentRecord.fields[change.field], one))
        : [],
    ),
  );
}

/** @throws AppError NOT_FOUND */
export async function bothVersions(
  store: Reading,
  { id, from, to, edits }: Compared,
): Promise<[DocumentFields, DocumentFields]> {
  const newest = to === null && !edits ? await newestStateOf(store.db, 'document', id) : to;
  const kept = await keptVersions(store, id, [from, ...(newest === null ? [] : [newest])]);
  const before = kept.get(from);
  const after = newest === null ? edits : kept.get(newest);
  if (!before || !after) throw new AppError('NOT_FOUND');
  return [before, after];
}
