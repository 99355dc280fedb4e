import type { Database as Sqlite } from 'better-sqlite3';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { cameAs } from '#main/db/journal/newest-changes.ts';
import type { Database, OpinionReplyTable, OpinionTable } from '#main/db/schema.ts';
import { preparedOnce } from '#main/db/statement-cache.ts';
import { opinionRecord } from '#shared/features/reviews/records.ts';
import type { OpinionFields, Outcome, Pin } from '#shared/features/reviews/schema.ts';
import { readFields } from '#shared/record.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** Who did something and when, with the name of that day. */
export type Said = { actor: string; actorName: string; at: string };

export type StoredReply = Said & { id: string; opinionId: string; text: string };

export type StoredOpinion = Said &
  Pin &
  OpinionFields & {
    id: string;
    documentId: string;
    version: string;
    settled: (Said & { outcome: Outcome; reason: string; version: string }) | null;
  };

/** In the order in which they were given. */
export async function listOpinions(db: Db, documentId: string): Promise<StoredOpinion[]> {
  const rows = await db
    .selectFrom('opinion')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy(cameAs('opinion'))
    .execute();
  return rows.map(toOpinion);
}

/** How many nobody has settled. */
export async function countOpen(db: Db, documentId: string): Promise<number> {
  const { count } = await db
    .selectFrom('opinion')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('document_id', '=', documentId)
    .where('outcome', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many opinions on each document nobody has settled. */
export async function unsettledOf(db: Db): Promise<{ documentId: string; count: number }[]> {
  return db
    .selectFrom('opinion')
    .select(({ fn }) => ['document_id as documentId', fn.countAll<number>().as('count')])
    .where('outcome', 'is', null)
    .groupBy('document_id')
    .orderBy('document_id')
    .execute();
}

export async function listReplies(db: Db, documentId: string): Promise<StoredReply[]> {
  const rows = await db
    .selectFrom('opinion_reply')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy(cameAs('opinion_reply'))
    .execute();
  return rows.map(toReply);
}

export async function findOpinion(db: Db, id: string): Promise<StoredOpinion | null> {
  const row = await db.selectFrom('opinion').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toOpinion(row) : null;
}

/** Those of these opinions that somebody has replied to. */
export function answeredOf(raw: Sqlite, opinionIds: readonly string[]): Set<string> {
  const rows = preparedOnce<{ id: string }>(
    raw,
    `SELECT DISTINCT opinion_id AS id FROM opinion_reply WHERE opinion_id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(opinionIds));
  return new Set(rows.map(({ id }) => id));
}

export async function insertOpinion(db: Trx, opinion: Omit<StoredOpinion, 'settled'>): Promise<void> {
  const { place } = opinion;
  await db
    .insertInto('opinion')
    .values({
      id: opinion.id,
      document_id: opinion.documentId,
      version: opinion.version,
      field: opinion.field,
      block: place?.index ?? null,
      part: place?.part ?? null,
      from_letter: place?.from ?? null,
      to_letter: place?.to ?? null,
      quote: opinion.quote,
      kind: opinion.kind,
      text: opinion.text,
      proposed: opinion.proposed,
      actor: opinion.actor,
      actor_name: opinion.actorName,
      given_at: opinion.at,
      outcome_reason: '',
    })
    .execute();
}

export async function updateOpinion(db: Trx, id: string, fields: OpinionFields): Promise<void> {
  const { kind, text, proposed } = fields;
  await db.updateTable('opinion').set({ kind, text, proposed }).where('id', '=', id).execute();
}

export async function updateSettled(db: Trx, id: string, settled: StoredOpinion['settled']): Promise<void> {
  await db
    .updateTable('opinion')
    .set({
      outcome: settled?.outcome ?? null,
      outcome_reason: settled?.reason ?? '',
      settled_version: settled?.version ?? null,
      settled_by: settled?.actor ?? null,
      settled_by_name: settled?.actorName ?? null,
      settled_at: settled?.at ?? null,
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteOpinion(db: Trx, id: string): Promise<void> {
  await db.deleteFrom('opinion').where('id', '=', id).execute();
}

export async function insertReply(db: Trx, documentId: string, reply: StoredReply): Promise<void> {
  await db
    .insertInto('opinion_reply')
    .values({
      id: reply.id,
      opinion_id: reply.opinionId,
      document_id: documentId,
      text: reply.text,
      actor: reply.actor,
      actor_name: reply.actorName,
      given_at: reply.at,
    })
    .execute();
}

/** With the document they go, and come back with it. */
function toOpinion(row: Selectable<OpinionTable>): StoredOpinion {
  return {
    id: row.id,
    documentId: row.document_id,
    ...readFields(opinionRecord, ['version', 'field', 'quote', 'kind', 'text', 'proposed'], row),
    place:
      row.block === null || row.part === null || row.from_letter === null
        ? null
        : { index: row.block, part: row.part, from: row.from_letter, to: row.to_letter },
    actor: row.actor,
    actorName: row.actor_name,
    at: row.given_at,
    settled: toSettled(row),
  };
}

function toSettled(row: Selectable<OpinionTable>): StoredOpinion['settled'] {
  const { outcome } = readFields(opinionRecord, ['outcome'], row);
  if (outcome === null || row.settled_at === null || row.settled_version === null) return null;
  return {
    outcome,
    reason: row.outcome_reason,
    version: row.settled_version,
    actor: row.settled_by ?? '',
    actorName: row.settled_by_name ?? '',
    at: row.settled_at,
  };
}

function toReply(row: Selectable<OpinionReplyTable>): StoredReply {
  return {
    id: row.id,
    opinionId: row.opinion_id,
    text: row.text,
    actor: row.actor,
    actorName: row.actor_name,
    at: row.given_at,
  };
}
