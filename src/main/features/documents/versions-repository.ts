import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { DocumentVersion } from '#shared/features/documents/compare/schema.ts';

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
