import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { DocumentVersion } from '#shared/features/documents/compare/schema.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import type { Body } from '#shared/text-model/body.ts';

type Db = Kysely<Database>;
/** A row of the document as the journal kept it: columns of its time. */
type Image = Record<string, string | number | null>;
type Kept = Omit<DocumentVersion, 'fields'> & { image: Image };

/** Every state that the document had, or those that are asked for, oldest first: the journal keeps each row before and after. */
export async function listKept(db: Db, id: string, seqs?: readonly number[]): Promise<Kept[]> {
  let query = db
    .selectFrom('change_row as r')
    .innerJoin('change_set as c', 'c.seq', 'r.change_seq')
    .leftJoin('user as u', 'u.id', 'c.actor')
    .select(['u.name as actorName', 'c.seq', 'c.at', 'c.actor', 'c.command', 'c.kind', 'r.after'])
    .where('r.table_name', '=', 'document')
    .where('r.row_id', '=', id)
    .where('r.after', 'is not', null)
    .orderBy('r.id');
  if (seqs) query = query.where('c.seq', 'in', seqs);
  const rows = await query.execute();
  // Of several within one change set the last one stayed.
  return [...new Map(rows.map((row) => [row.seq, row])).values()].map(({ after, kind, ...head }) => ({
    ...head,
    kind: kind as DocumentVersion['kind'],
    image: JSON.parse(after ?? '{}') as Image,
  }));
}

/** The change set that the document has its state from; null when there is no such document. */
export async function newestSeq(db: Db, id: string): Promise<number | null> {
  const row = await db
    .selectFrom('change_row')
    .select(['change_seq', 'after'])
    .where('table_name', '=', 'document')
    .where('row_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.after == null ? null : row.change_seq;
}

export async function findReadMark(db: Db, documentId: string, actor: string): Promise<number | null> {
  const row = await db
    .selectFrom('read_mark')
    .select('seq')
    .where('document_id', '=', documentId)
    .where('actor', '=', actor)
    .executeTakeFirst();
  return row?.seq ?? null;
}

export async function putReadMark(
  db: Transaction<Database>,
  mark: { documentId: string; actor: string; seq: number },
): Promise<void> {
  const { documentId, actor, seq } = mark;
  await db
    .insertInto('read_mark')
    .values({ document_id: documentId, actor, seq })
    .onConflict((conflict) => conflict.columns(['document_id', 'actor']).doUpdateSet({ seq }))
    .execute();
}

/** What was written then. A column that came later has the value that it got when it came. */
export function fieldsOfImage(image: Image): DocumentFields {
  const text = (column: string, otherwise = '') => String(image[column] ?? otherwise);
  const list = <T>(column: string) => JSON.parse(text(column, '[]')) as T[];
  const count = (column: string) => (typeof image[column] === 'number' ? image[column] : null);
  const maybe = (column: string) => (image[column] == null ? null : String(image[column]));
  return {
    issuer: text('issuer', 'committee') as DocumentFields['issuer'],
    type: text('type') as DocumentFields['type'],
    conferenceId: maybe('conference_id'),
    date: maybe('date'),
    draftRound: count('draft_round'),
    urgency: text('urgency', 'none') as DocumentFields['urgency'],
    circulation: text('circulation', 'none') as DocumentFields['circulation'],
    subject: text('subject'),
    addressees: list('addressees'),
    bases: list('bases'),
    openingLine: text('opening_line'),
    body: JSON.parse(text('body', '{"type":"doc","content":[]}')) as Body,
    recipients: list('recipients'),
    authority: text('authority'),
    signerTitle: text('signer_title'),
    signerName: text('signer_name'),
    copies: count('copies'),
    effectiveFrom: maybe('effective_from'),
    relations: list('relations'),
  };
}
