import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import { readFields } from '#shared/record.ts';

const citedFields = ['issuer', 'type', 'status', 'number', 'code', 'date', 'subject', 'body'] as const;
type CitedDocument = Pick<DocumentRecord, 'id' | (typeof citedFields)[number]>;

/** Those of the documents that there are, as far as citing goes: without a number, without a code. */
export async function findCited(db: Kysely<Database>, ids: readonly string[]): Promise<CitedDocument[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('document')
    .select(['id', 'issuer', 'type', 'status', 'number', 'code', 'date', 'subject', 'body'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => {
    const fields = readFields(documentRecord, citedFields, row);
    return { id: row.id, ...fields, code: fields.code ?? '' };
  });
}
