import type { Transaction } from 'kysely';
import type { QueryContext } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';
import { findingsIn } from '#shared/features/conferences/findings.ts';
import { findingRecord } from '#shared/features/conferences/records.ts';
import type { AgendaItem, Finding } from '#shared/features/conferences/schema.ts';
import { readFields } from '#shared/record.ts';
import type { Body } from '#shared/text-model/body.ts';

type Marked = { itemId: string | null; bodies: readonly Body[] };

/** Brings the rows to what is marked in the text; a row that stays the same is not touched. */
export async function syncFindings(
  db: Transaction<Database>,
  conferenceId: string,
  agenda: readonly Pick<AgendaItem, 'id' | 'discussion' | 'conclusion'>[],
  conclusion: Body,
): Promise<void> {
  const marked: Marked[] = [
    ...agenda.map((item) => ({ itemId: item.id, bodies: [item.discussion, item.conclusion] })),
    { itemId: null, bodies: [conclusion] },
  ];
  const found = marked.flatMap(({ itemId, bodies }) =>
    bodies.flatMap(findingsIn).map((finding) => ({ ...finding, itemId })),
  );
  const ids = found.map(({ id }) => id);
  await db
    .deleteFrom('finding')
    .where('conference_id', '=', conferenceId)
    .where('id', 'not in', ids)
    .execute();
  for (const [index, { id, kind, text, itemId }] of found.entries()) {
    const row = { conference_id: conferenceId, agenda_item_id: itemId, list_order: index + 1, kind, text };
    await db
      .insertInto('finding')
      .values({ id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
}

/** With the documents of the conference that hold the same marks. */
export async function listFindings(
  { db, services }: Pick<QueryContext, 'db' | 'services'>,
  conferenceId: string,
): Promise<Finding[]> {
  const rows = await db
    .selectFrom('finding')
    .selectAll()
    .where('conference_id', '=', conferenceId)
    .orderBy('list_order')
    .execute();
  if (rows.length === 0) return [];
  const marks = (await services.references.outcomes(db, conferenceId)).map(({ id, code, subject, body }) => ({
    document: { documentId: id, code, subject },
    ids: new Set(findingsIn(body()).map((finding) => finding.id)),
  }));
  return rows.map((row) => ({
    id: row.id,
    itemId: row.agenda_item_id,
    ...readFields(findingRecord, ['kind', 'text'], row),
    usedIn: marks.filter(({ ids }) => ids.has(row.id)).map(({ document }) => document),
  }));
}
