import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { DocumentStatus } from '#shared/features/documents/records.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import type { DocumentType } from '#shared/features/documents/types.ts';
import type { Issuer } from '#shared/features/organisation/issuers.ts';
import type { Body } from '#shared/text-model/body.ts';

type CitedDocument = Pick<
  DocumentRecord,
  'id' | 'issuer' | 'type' | 'status' | 'number' | 'code' | 'date' | 'subject' | 'body'
>;

/** Those of the documents that there are, as far as citing goes: without a number, without a code. */
export async function findCited(db: Kysely<Database>, ids: readonly string[]): Promise<CitedDocument[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('document')
    .select(['id', 'issuer', 'type', 'status', 'number', 'code', 'date', 'subject', 'body'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    ...row,
    issuer: row.issuer as Issuer,
    type: row.type as DocumentType,
    status: row.status as DocumentStatus,
    code: row.code ?? '',
    body: JSON.parse(row.body) as Body,
  }));
}
