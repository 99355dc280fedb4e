import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Database, DocumentTable } from '#main/db/schema.ts';
import { contentSize } from '#main/features/attachments/index.ts';
import type { DocumentStatus } from '#shared/features/documents/records.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import type { DocumentFields, DocumentRecord, DocumentSummary } from '#shared/features/documents/schema.ts';
import type { StepKind } from '#shared/features/documents/stages.ts';
import { stageAfter } from '#shared/features/documents/stages.ts';
import type { DocumentType } from '#shared/features/documents/types.ts';
import type { Issuer } from '#shared/features/organisation/issuers.ts';
import type { PrintModel } from '#shared/paper/model.ts';
import { readRow, toRow } from '#shared/record.ts';
import type { CodeOf } from './codes.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;
type Row = Selectable<DocumentTable> & { pdf_size: number | null };

export type DocumentFilter = {
  type?: DocumentType | undefined;
  termId?: string | undefined;
  status?: DocumentStatus | undefined;
};

/** Newest first: drafts without a date, then by date and number. */
export async function listDocuments(
  db: Db,
  codeOf: CodeOf,
  filter: DocumentFilter,
): Promise<DocumentSummary[]> {
  let query = db
    .selectFrom('document')
    .select([
      'id',
      'issuer',
      'type',
      'status',
      'term_id',
      'number',
      'code',
      'date',
      'subject',
      'conference_id',
    ])
    .select((select) =>
      select
        .selectFrom('document_step')
        .select('kind')
        .whereRef('document_step.document_id', '=', 'document.id')
        .orderBy('position', 'desc')
        .limit(1)
        .as('step'),
    )
    .orderBy((order) => order.case().when('date', 'is', null).then(0).else(1).end())
    .orderBy('date', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id', 'desc');
  const { type, termId, status } = filter;
  if (type) query = query.where('type', '=', type);
  if (termId) query = query.where('term_id', '=', termId);
  if (status) query = query.where('status', '=', status);
  return (await query.execute()).map((row) => ({
    ...known(row, codeOf),
    subject: row.subject,
    stage: stageAfter(row.step as StepKind | null),
  }));
}

export async function findDocument(db: Db, id: string, codeOf: CodeOf): Promise<DocumentRecord | null> {
  const row = await whole(db).where('document.id', '=', id).executeTakeFirst();
  return row ? toDocument(row, codeOf) : null;
}

/** The documents that came out of a conference, oldest first. */
export async function documentsOfConference(
  db: Db,
  conferenceId: string,
  codeOf: CodeOf,
): Promise<DocumentRecord[]> {
  const rows = await whole(db).where('conference_id', '=', conferenceId).orderBy('document.id').execute();
  return rows.map((row) => toDocument(row, codeOf));
}

function whole(db: Db) {
  return db
    .selectFrom('document')
    .selectAll('document')
    .select(contentSize('document.pdf_sha256').as('pdf_size'));
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
    .values({ id, status: 'draft', is_from_paper: 0, ...fromFields(fields) })
    .execute();
}

/** False where there is no such draft. */
export async function updateDocument(db: Trx, id: string, fields: DocumentFields): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('document')
    .set(fromFields(fields))
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** A number with all that says where it stands in the register. */
export type Given = { termId: string; counter: string; number: number; code: string; date: string };
export type IssuedPages = { print: PrintModel; pdfSha256: string; pages: number };

export async function markIssued(db: Trx, id: string, given: Given, pages: IssuedPages): Promise<void> {
  await db
    .updateTable('document')
    .set({
      status: 'issued',
      ...fromGiven(given),
      issued_print: JSON.stringify(pages.print),
      pdf_sha256: pages.pdfSha256,
      pdf_pages: pages.pages,
    })
    .where('id', '=', id)
    .execute();
}

/** An entry of the paper register: issued, but without a text of ours. */
export async function insertFromPaper(
  db: Trx,
  id: string,
  fields: DocumentFields,
  given: Given,
): Promise<void> {
  await db
    .insertInto('document')
    .values({ id, status: 'issued', is_from_paper: 1, ...fromFields(fields), ...fromGiven(given) })
    .execute();
}

export async function markVoided(db: Trx, id: string, reason: string): Promise<void> {
  await db
    .updateTable('document')
    .set({ status: 'voided', void_reason: reason })
    .where('id', '=', id)
    .execute();
}

function fromGiven({ termId, counter, number, code, date }: Given) {
  return { term_id: termId, counter, number, code, date };
}

type KnownColumns =
  | 'id'
  | 'issuer'
  | 'type'
  | 'status'
  | 'term_id'
  | 'number'
  | 'code'
  | 'date'
  | 'conference_id';

/** What every list shows. */
function known(row: Pick<Row, KnownColumns>, codeOf: CodeOf) {
  const issuer = row.issuer as Issuer;
  const type = row.type as DocumentType;
  return {
    id: row.id,
    issuer,
    type,
    status: row.status as DocumentStatus,
    number: row.number,
    code: row.code ?? codeOf({ issuer, type, date: row.date }, null),
    date: row.date,
    termId: row.term_id,
    conferenceId: row.conference_id,
  };
}

function toDocument(row: Row, codeOf: CodeOf): DocumentRecord {
  return {
    ...readRow(documentRecord, row),
    ...known(row, codeOf),
    pdf:
      row.pdf_sha256 !== null && row.pdf_pages !== null
        ? { sha256: row.pdf_sha256, size: row.pdf_size ?? 0, pages: row.pdf_pages }
        : null,
    isFromPaper: row.is_from_paper === 1,
    voidReason: row.void_reason,
  };
}

function fromFields(fields: DocumentFields) {
  return toRow(documentRecord, fields) as Omit<Insertable<DocumentTable>, 'id' | 'status' | 'is_from_paper'>;
}
