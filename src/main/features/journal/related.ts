import { type Kysely, sql } from 'kysely';
import type { Reading } from '#main/db/open.ts';
import type { Database } from '#main/db/schema.ts';
import { forceOn } from '#main/features/documents/index.ts';
import type { RecordChange } from '#shared/features/journal/contract.ts';
import { withNames } from './names.ts';
import { changeSetsOf, recordHistory } from './repository.ts';

type Db = Kysely<Database>;

/** All that happened to a record, oldest first: what was done to it, and what later documents did to it. */
export async function wholeHistory(store: Reading, id: string, today: string): Promise<RecordChange[]> {
  const own = withNames(store, await recordHistory(store, id));
  const bySeq = new Map(own.map((change) => [change.seq, change]));
  for (const change of await changesByOthers(store.db, id, today)) {
    const known = bySeq.get(change.seq);
    bySeq.set(change.seq, known ? { ...known, rows: [...known.rows, ...change.rows] } : change);
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** When those documents got their numbers that amend, replace or repeal this one: it happened to this one too. */
async function changesByOthers(db: Db, id: string, today: string): Promise<RecordChange[]> {
  const [force] = await forceOn(db, { on: today, id });
  const byDocument = Map.groupBy(force?.changes ?? [], ({ documentId }) => documentId);
  if (byDocument.size === 0) return [];
  const issued = await db
    .selectFrom('change_row')
    .select(['change_seq', 'row_id'])
    .where('table_name', '=', 'document')
    .where('row_id', 'in', [...byDocument.keys()])
    .where(sql`json_extract(after, '$.status')`, '=', 'issued')
    .where(sql`json_extract(before, '$.status')`, 'is not', 'issued')
    .execute();
  const sets = await changeSetsOf(
    db,
    issued.map(({ change_seq }) => change_seq),
  );
  return sets.map((set) => ({
    ...set,
    rows: issued
      .filter(({ change_seq }) => change_seq === set.seq)
      .map(({ row_id }) => ({
        table: 'document',
        rowId: row_id,
        isGone: false,
        fields: [{ field: 'changed_by', before: null, after: JSON.stringify(byDocument.get(row_id)) }],
      })),
  }));
}
