import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { Effective } from '#shared/features/documents/in-force.ts';
import type { Relation } from '#shared/features/documents/records.ts';
import type { Registered } from '#shared/features/documents/register.ts';
import type { DocumentType } from '#shared/features/documents/types.ts';
import type { Issuer } from '#shared/features/organisation/issuers.ts';

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
    issuer: row.issuer as Issuer,
    type: row.type as DocumentType,
    subject: row.subject,
    signerName: row.signer_name,
    recipients: JSON.parse(row.recipients) as string[],
    copies: row.copies,
    voidReason: row.void_reason,
    isFromPaper: row.is_from_paper === 1,
  }));
}

/** Of every term: what was numbered, as far as effects go. `only`: what does something to another document. */
export async function effectiveDocuments(db: Db, only?: 'relating'): Promise<Effective[]> {
  let query = db
    .selectFrom('document')
    .select(['id', 'type', 'code', 'status', 'date', 'effective_from', 'relations'])
    .where('number', 'is not', null)
    .$narrowType<{ code: string; date: string }>();
  if (only) query = query.where('relations', '<>', '[]');
  return (await query.execute()).map((row) => ({
    id: row.id,
    type: row.type as DocumentType,
    code: row.code,
    isVoided: row.status === 'voided',
    date: row.date,
    effectiveFrom: row.effective_from,
    relations: JSON.parse(row.relations) as Relation[],
  }));
}
