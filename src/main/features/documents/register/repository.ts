import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { Effective } from '#shared/features/documents/in-force.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import type { Registered } from '#shared/features/documents/register.ts';
import { readFields } from '#shared/record.ts';

type Db = Kysely<Database>;
type NumberedDocument = Omit<Registered, 'changes'>;

/** Everything of a term that was given a number, voided or not, from paper or not. */
export async function numberedDocuments(db: Db, termId: string): Promise<NumberedDocument[]> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'issuer', 'type', 'counter', 'number', 'code', 'date', 'subject', 'signer_name'])
    .select(['recipients', 'copies', 'void_reason', 'is_from_paper'])
    .where('term_id', '=', termId)
    .where('number', 'is not', null)
    .$narrowType<{ counter: string; number: number; code: string; date: string }>()
    .execute();
  return rows.map((row) => ({
    kind: 'entry',
    of: 'document',
    id: row.id,
    counter: row.counter,
    number: row.number,
    code: row.code,
    date: row.date,
    ...readFields(documentRecord, registeredFields, row),
  }));
}

const registeredFields = [
  ...(['issuer', 'type', 'subject', 'signerName', 'recipients', 'copies'] as const),
  ...(['voidReason', 'isFromPaper'] as const),
] as const;

const effectiveFields = ['type', 'effectiveFrom', 'relations'] as const;

/** Of every term: what was numbered, as far as effects go. `only`: what does something to another document. */
export async function effectiveDocuments(db: Db, only?: 'relating'): Promise<Effective[]> {
  let query = db
    .selectFrom('document')
    .select(['id', 'type', 'code', 'status', 'date', 'effective_from', 'relations', 'subject'])
    .where('number', 'is not', null)
    .$narrowType<{ code: string; date: string }>();
  if (only) query = query.where('relations', '<>', '[]');
  return (await query.execute()).map((row) => ({
    id: row.id,
    code: row.code,
    isVoided: row.status === 'voided',
    date: row.date,
    ...readFields(documentRecord, effectiveFields, row),
  }));
}
