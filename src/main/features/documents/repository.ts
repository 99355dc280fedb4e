import type { Kysely, Selectable, Transaction } from 'kysely';
import { cameAs } from '#main/db/journal/newest-changes.ts';
import type { Database, DocumentTable } from '#main/db/schema.ts';
import { contentSize } from '#main/features/attachments/index.ts';
import {
  type DocumentStatus,
  documentRecord,
  documentStepRecord,
} from '#shared/features/documents/records.ts';
import type { DocumentFields, DocumentRecord, DocumentSummary } from '#shared/features/documents/schema.ts';
import { stageAfter } from '#shared/features/documents/stages.ts';
import type { DocumentType } from '#shared/features/documents/types.ts';
import type { FrozenPrint } from '#shared/paper/frozen.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import { calledIn, readFields, readRow, toColumns, toRow } from '#shared/record.ts';
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
    stage: stageAfter(stepIn(row.step, () => calledIn(documentRecord, row))),
  }));
}

export async function findDocument(db: Db, id: string, codeOf: CodeOf): Promise<DocumentRecord | null> {
  const row = await whole(db).where('document.id', '=', id).executeTakeFirst();
  return row ? toDocument(row, codeOf) : null;
}

/** The documents that came out of a conference, oldest first; their texts are read when they are asked for. */
export async function documentsOfConference(db: Db, conferenceId: string, codeOf: CodeOf) {
  const rows = await db
    .selectFrom('document')
    .selectAll()
    .where('conference_id', '=', conferenceId)
    .orderBy(cameAs('document'))
    .execute();
  return rows.map((row) => {
    const { id, type, code, status, date } = known(row, codeOf);
    const body = () => readFields(documentRecord, ['body'], row).body;
    return { id, type, code, status, date, subject: row.subject, body };
  });
}

function whole(db: Db) {
  return db
    .selectFrom('document')
    .selectAll('document')
    .select(contentSize('document.pdf_sha256').as('pdf_size'));
}

/** Cheap enough to be asked at every save. */
export async function findStatus(db: Db, id: string): Promise<DocumentStatus | null> {
  const row = await db
    .selectFrom('document')
    .select(['status', ...named])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? readFields(documentRecord, ['status'], row).status : null;
}

/** What a document is called by where it cannot be read. */
const named = ['type', 'code', 'date', 'subject'] as const;

/** What was printed at issue; null while it is a draft. */
export async function findIssuedPrint(db: Db, id: string): Promise<FrozenPrint | null> {
  const row = await db
    .selectFrom('document')
    .select(['issued_print', ...named])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? readFields(documentRecord, ['issuedPrint'], row).issuedPrint : null;
}

export async function insertDocument(db: Trx, id: string, fields: DocumentFields): Promise<void> {
  await db
    .insertInto('document')
    .values({ id, status: 'draft', is_from_paper: 0, ...toRow(documentRecord, fields) })
    .execute();
}

/** False where there is no such draft. */
export async function updateDocument(db: Trx, id: string, fields: DocumentFields): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('document')
    .set(toRow(documentRecord, fields))
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** A number with all that says where it stands in the register. */
export type Given = { termId: string; counter: string; number: number; code: string; date: string };
export type IssuedPages = { print: DocumentModel; pdfSha256: string; pages: number };

export async function markIssued(db: Trx, id: string, given: Given, pages: IssuedPages): Promise<void> {
  await db
    .updateTable('document')
    .set(
      toColumns(documentRecord, {
        status: 'issued',
        ...placed(given),
        issuedPrint: pages.print,
        pdfSha256: pages.pdfSha256,
        pdfPages: pages.pages,
      }),
    )
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
    .values({
      id,
      status: 'issued',
      is_from_paper: 1,
      ...toRow(documentRecord, fields),
      ...toColumns(documentRecord, placed(given)),
    })
    .execute();
}

export async function markVoided(db: Trx, id: string, reason: string): Promise<void> {
  await db
    .updateTable('document')
    .set({ status: 'voided', void_reason: reason })
    .where('id', '=', id)
    .execute();
}

/** Of what is known when a number is given, what stays with the document. */
function placed({ termId, counter, number, code, date }: Given): Given {
  return { termId, counter, number, code, date };
}

/** What every list shows. */
const knownFields = ['issuer', 'type', 'status', 'number', 'code', 'date', 'termId', 'conferenceId'] as const;
type Known = Pick<
  Row,
  'id' | 'issuer' | 'type' | 'status' | 'number' | 'code' | 'date' | 'term_id' | 'conference_id' | 'subject'
>;

function known(row: Known, codeOf: CodeOf) {
  const fields = readFields(documentRecord, knownFields, row);
  return { id: row.id, ...fields, code: fields.code ?? codeOf(fields, null) };
}

function stepIn(kind: string | null, document: () => string) {
  return kind === null ? null : readFields(documentStepRecord, ['kind'], { kind }, document).kind;
}

function toDocument(row: Row, codeOf: CodeOf): DocumentRecord {
  const { pdfSha256, pdfPages, ...kept } = readFields(
    documentRecord,
    ['isFromPaper', 'voidReason', 'pdfSha256', 'pdfPages'],
    row,
  );
  return {
    ...readRow(documentRecord, row),
    ...known(row, codeOf),
    ...kept,
    pdf: pdfSha256 && pdfPages ? { sha256: pdfSha256, size: row.pdf_size ?? 0, pages: pdfPages } : null,
  };
}
