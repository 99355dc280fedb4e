import type { Kysely } from 'kysely';
import type { Image } from '#main/db/row-image.ts';
import type { Database } from '#main/db/schema.ts';
import { type DocumentType, documentTypes, typeName } from '#shared/features/documents/types.ts';
import type { RecordChange, RowChange } from '#shared/features/journal/contract.ts';
import { showDate } from '#shared/text/dates.ts';
import { lastImage } from './repository.ts';

type Db = Kysely<Database>;

/** "Nghị quyết 12-NQ/ĐU, ngày 24/12/2021", "Nghị quyết (dự thảo)": as it was last, also of what is gone by now. */
export function documentName(image: Image): string {
  const name = typeNameOf(image);
  if (image.code == null) return `${name} (dự thảo)`;
  return `${name} ${image.code}, ngày ${showDate(String(image.date))}`;
}

/** "Nghị quyết", also where a later version knows more types. */
export function typeNameOf(image: Image): string {
  const type = documentTypes.find((known) => known === image.type) as DocumentType | undefined;
  return type ? typeName(type) : 'Văn bản';
}

type Related = { kind: string; part: string; documentId: string };

/** Which documents a relation means, by name: an id says nothing to who reads the history. */
export async function withNames(db: Db, changes: RecordChange[]): Promise<RecordChange[]> {
  const names = new Map<string, string>();
  for (const id of new Set(changes.flatMap(({ rows }) => rows.flatMap(relatedIds)))) {
    const image = await lastImage(db, 'document', id);
    if (image) names.set(id, documentName(image));
  }
  if (names.size === 0) return changes;
  const named = (value: unknown) =>
    JSON.stringify(
      relatedOf(value).map(({ kind, part, documentId }) => ({
        kind,
        part,
        name: names.get(documentId) ?? '',
      })),
    );
  return changes.map((change) => ({
    ...change,
    rows: change.rows.map((row) => ({
      ...row,
      fields: row.fields.map((one) =>
        one.field === 'relations' ? { ...one, before: named(one.before), after: named(one.after) } : one,
      ),
    })),
  }));
}

function relatedIds({ fields }: RowChange): string[] {
  return fields
    .filter(({ field }) => field === 'relations')
    .flatMap(({ before, after }) => [...relatedOf(before), ...relatedOf(after)])
    .map(({ documentId }) => documentId);
}

function relatedOf(value: unknown): Related[] {
  return typeof value === 'string' ? (JSON.parse(value) as Related[]) : [];
}
