import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Database, DocumentTable } from '#main/db/schema.ts';
import type { Body } from '#shared/features/documents/body.ts';
import { documentCode } from '#shared/features/documents/rules.ts';
import type {
  DocumentFields,
  DocumentRecord,
  DocumentStatus,
  DocumentSummary,
  DocumentType,
} from '#shared/features/documents/schema.ts';
import type { PrintModel } from '#shared/features/print/model.ts';
import { fold } from '#shared/text/fold.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;
type Row = Selectable<DocumentTable>;

/** The symbol of the body on a day; a code is shown with the one that held when the document was dated. */
export type SymbolOn = (date: string | null) => string;

/** Newest first: drafts without a date, then by date and number. */
export async function listDocuments(db: Db, symbolOn: SymbolOn): Promise<DocumentSummary[]> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'type', 'status', 'number', 'date', 'subject', 'conference_id'])
    .orderBy((order) => order.case().when('date', 'is', null).then(0).else(1).end())
    .orderBy('date', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    type: row.type as DocumentType,
    status: row.status as DocumentStatus,
    number: row.number,
    code: documentCode(row.number, row.type as DocumentType, symbolOn(row.date)),
    date: row.date,
    subject: row.subject,
    conferenceId: row.conference_id,
  }));
}

export async function findDocument(db: Db, id: string, symbolOn: SymbolOn): Promise<DocumentRecord | null> {
  const row = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toDocument(row, symbolOn) : null;
}

/** The documents that came out of a conference, oldest first. */
export async function documentsOfConference(
  db: Db,
  conferenceId: string,
  symbolOn: SymbolOn,
): Promise<DocumentRecord[]> {
  const rows = await db
    .selectFrom('document')
    .selectAll()
    .where('conference_id', '=', conferenceId)
    .orderBy('id')
    .execute();
  return rows.map((row) => toDocument(row, symbolOn));
}

/** Cheap enough to be asked at every save. */
export async function findStatus(db: Db, id: string): Promise<DocumentStatus | null> {
  const row = await db.selectFrom('document').select('status').where('id', '=', id).executeTakeFirst();
  return (row?.status as DocumentStatus | undefined) ?? null;
}

/** What was printed at issue; null while it is a draft. */
export async function findIssuedPrint(db: Db, id: string): Promise<PrintModel | null> {
  const row = await db.selectFrom('document').select('issued_print').where('id', '=', id).executeTakeFirst();
  return row?.issued_print ? (JSON.parse(row.issued_print) as PrintModel) : null;
}

export async function insertDocument(db: Trx, id: string, fields: DocumentFields): Promise<void> {
  await db
    .insertInto('document')
    .values({ id, status: 'draft', ...fromFields(fields) })
    .execute();
}

export async function updateDocument(db: Trx, id: string, fields: DocumentFields): Promise<void> {
  await db.updateTable('document').set(fromFields(fields)).where('id', '=', id).execute();
}

export async function deleteDocument(db: Trx, id: string): Promise<void> {
  await db.deleteFrom('document').where('id', '=', id).execute();
}

/** The newest number of the type within the term, voided ones included: a number is never given twice. */
export async function lastNumber(db: Db, termId: string, type: DocumentType): Promise<number> {
  const row = await db
    .selectFrom('document')
    .select((select) => select.fn.max('number').as('number'))
    .where('term_id', '=', termId)
    .where('type', '=', type)
    .executeTakeFirst();
  return Number(row?.number ?? 0);
}

export async function numberIsTaken(
  db: Db,
  termId: string,
  type: DocumentType,
  number: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('document')
    .select('id')
    .where('term_id', '=', termId)
    .where('type', '=', type)
    .where('number', '=', number)
    .executeTakeFirst();
  return row !== undefined;
}

export type Issue = { termId: string; number: number; date: string; print: PrintModel };

export async function markIssued(db: Trx, id: string, issue: Issue): Promise<void> {
  await db
    .updateTable('document')
    .set({
      status: 'issued',
      term_id: issue.termId,
      number: issue.number,
      date: issue.date,
      issued_print: JSON.stringify(issue.print),
    })
    .where('id', '=', id)
    .execute();
}

export async function markVoided(db: Trx, id: string, reason: string): Promise<void> {
  await db
    .updateTable('document')
    .set({ status: 'voided', void_reason: reason })
    .where('id', '=', id)
    .execute();
}

function toDocument(row: Row, symbolOn: SymbolOn): DocumentRecord {
  const type = row.type as DocumentType;
  return {
    id: row.id,
    type,
    status: row.status as DocumentStatus,
    number: row.number,
    code: documentCode(row.number, type, symbolOn(row.date)),
    conferenceId: row.conference_id,
    date: row.date,
    subject: row.subject,
    bases: JSON.parse(row.bases) as string[],
    openingLine: row.opening_line,
    body: JSON.parse(row.body) as Body,
    recipients: JSON.parse(row.recipients) as string[],
    authority: row.authority,
    signerTitle: row.signer_title,
    signerName: row.signer_name,
    voidReason: row.void_reason,
  };
}

function fromFields(fields: DocumentFields): Omit<Insertable<DocumentTable>, 'id' | 'status'> {
  return {
    type: fields.type,
    conference_id: fields.conferenceId,
    date: fields.date,
    subject: fields.subject,
    folded_subject: fold(fields.subject),
    bases: JSON.stringify(fields.bases),
    opening_line: fields.openingLine,
    body: JSON.stringify(fields.body),
    recipients: JSON.stringify(fields.recipients),
    authority: fields.authority,
    signer_title: fields.signerTitle,
    signer_name: fields.signerName,
  };
}
