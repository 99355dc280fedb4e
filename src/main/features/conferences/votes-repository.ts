import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Database, ElectionCandidateTable, ElectionTable, VoteTable } from '#main/db/schema.ts';
import {
  conferenceRecord,
  electionCandidateRecord,
  electionRecord,
  voteRecord,
} from '#shared/features/conferences/records.ts';
import type {
  Candidate,
  ConferenceKind,
  Election,
  ElectionFields,
  Vote,
  VoteFields,
} from '#shared/features/conferences/schema.ts';
import { readFields, readRow, toColumns } from '#shared/record.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** How many belong to the body, and how many of them were in the room. */
export type Room = { members: number; present: number };

/**
 * In the order in which they were taken.
 * @param name of the conference
 */
export async function getVotes(db: Db, conferenceId: string, name: () => string): Promise<Vote[]> {
  const rows = await db
    .selectFrom('vote')
    .selectAll()
    .where('conference_id', '=', conferenceId)
    .orderBy('list_order')
    .execute();
  return rows.map((row) => toVote(row, name));
}

/** Votes of whichever conferences, with the kind of theirs. */
export async function findVotes(
  db: Db,
  ids: readonly string[],
): Promise<{ kind: ConferenceKind; vote: Vote }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('vote')
    .innerJoin('conference', 'conference.id', 'vote.conference_id')
    .selectAll('vote')
    .select(['conference.kind', 'conference.custom_title', 'conference.starts_at'])
    .where('vote.id', 'in', ids)
    .execute();
  return rows.map((row) => ({ ...readFields(conferenceRecord, ['kind'], row), vote: toVote(row) }));
}

/** @param name of the conference */
export async function getElections(db: Db, conferenceId: string, name: () => string): Promise<Election[]> {
  const rows = await db
    .selectFrom('election')
    .selectAll()
    .where('conference_id', '=', conferenceId)
    .orderBy('list_order')
    .execute();
  if (rows.length === 0) return [];
  const candidates = await db
    .selectFrom('election_candidate')
    .selectAll()
    .where(
      'election_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('list_order')
    .execute();
  const byElection = Map.groupBy(candidates, (row) => row.election_id);
  return rows.map((row) => toElection(row, byElection.get(row.id) ?? [], name));
}

export async function insertVote(db: Trx, conferenceId: string, id: string, fields: VoteFields, room: Room) {
  const list_order = await nextOrder(db, 'vote', conferenceId);
  await db
    .insertInto('vote')
    .values({ id, conference_id: conferenceId, list_order, ...room, ...fromVote(fields) })
    .execute();
}

export async function updateVote(
  db: Trx,
  conferenceId: string,
  id: string,
  fields: VoteFields,
  room: Room,
): Promise<void> {
  await db
    .updateTable('vote')
    .set({ ...fromVote(fields), ...room })
    .where('conference_id', '=', conferenceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteVote(db: Trx, conferenceId: string, id: string): Promise<void> {
  await db.deleteFrom('vote').where('conference_id', '=', conferenceId).where('id', '=', id).execute();
}

export async function insertElection(
  db: Trx,
  conferenceId: string,
  id: string,
  fields: ElectionFields,
  room: Room,
) {
  const list_order = await nextOrder(db, 'election', conferenceId);
  await db
    .insertInto('election')
    .values({ id, conference_id: conferenceId, list_order, ...room, ...fromElection(fields) })
    .execute();
}

export async function updateElection(
  db: Trx,
  conferenceId: string,
  id: string,
  fields: ElectionFields,
  room: Room,
): Promise<void> {
  await db
    .updateTable('election')
    .set({ ...fromElection(fields), ...room })
    .where('conference_id', '=', conferenceId)
    .where('id', '=', id)
    .execute();
}

export async function replaceCandidates(
  db: Trx,
  electionId: string,
  candidates: readonly Candidate[],
  newId: () => string,
): Promise<void> {
  await db.deleteFrom('election_candidate').where('election_id', '=', electionId).execute();
  for (const [index, one] of candidates.entries()) {
    await db
      .insertInto('election_candidate')
      .values({
        id: newId(),
        election_id: electionId,
        list_order: index + 1,
        full_name: one.fullName,
        title: one.title,
        votes: one.votes,
      })
      .execute();
  }
}

export async function deleteElection(db: Trx, conferenceId: string, id: string): Promise<void> {
  await db.deleteFrom('election_candidate').where('election_id', '=', id).execute();
  await db.deleteFrom('election').where('conference_id', '=', conferenceId).where('id', '=', id).execute();
}

async function nextOrder(db: Db, table: 'vote' | 'election', conferenceId: string): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((select) => select.fn.max('list_order').as('last'))
    .where('conference_id', '=', conferenceId)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

function toVote(row: Selectable<VoteTable>, conference?: () => string): Vote {
  const {
    conferenceId: _,
    listOrder: __,
    agendaItemId: itemId,
    ...vote
  } = readRow(voteRecord, row, conference);
  return { id: row.id, itemId, ...vote };
}

function fromVote({ itemId, ...fields }: VoteFields) {
  const hands = fields.method === 'hands' && { issued: null, collected: null, invalid: null };
  return toColumns(voteRecord, { agendaItemId: itemId, ...fields, ...hands });
}

function toElection(
  row: Selectable<ElectionTable>,
  candidates: readonly Selectable<ElectionCandidateTable>[],
  conference: () => string,
): Election {
  const read = readRow(electionRecord, row, conference);
  const { conferenceId: _, listOrder: __, agendaItemId: itemId, ...election } = read;
  const candidate = ['fullName', 'title', 'votes'] as const;
  return {
    id: row.id,
    itemId,
    ...election,
    candidates: candidates.map((one) => readFields(electionCandidateRecord, candidate, one)),
  };
}

function fromElection({ itemId, candidates: _, ...fields }: ElectionFields) {
  return toColumns(electionRecord, { agendaItemId: itemId, ...fields });
}
