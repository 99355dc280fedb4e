import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';

type Db = Kysely<Database>;

export async function findReadMark(db: Db, documentId: string, actor: string): Promise<string | null> {
  const row = await db
    .selectFrom('read_mark')
    .select('version')
    .where('document_id', '=', documentId)
    .where('actor', '=', actor)
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function putReadMark(
  db: Transaction<Database>,
  mark: { documentId: string; actor: string; version: string },
): Promise<void> {
  const { documentId, actor, version } = mark;
  await db
    .insertInto('read_mark')
    .values({ document_id: documentId, actor, version })
    .onConflict((conflict) => conflict.columns(['document_id', 'actor']).doUpdateSet({ version }))
    .execute();
}
