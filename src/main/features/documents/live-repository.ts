import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { AttendanceEntry, ConferenceKind, Vote } from '#shared/features/conferences/schema.ts';

type Db = Kysely<Database>;
type CountedVote = Omit<Vote, 'itemId' | 'named'> & { kind: ConferenceKind };
type RollEntry = Pick<AttendanceEntry, 'state' | 'arrivedItemId' | 'leftItemId'>;

/** Votes with the kind of conference that took them. */
export async function findVotes(db: Db, ids: readonly string[]): Promise<CountedVote[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('vote')
    .innerJoin('conference', 'conference.id', 'vote.conference_id')
    .select([
      'vote.id',
      'vote.question',
      'vote.method',
      'vote.members',
      'vote.present',
      'vote.issued',
      'vote.collected',
      'vote.invalid',
      'vote.in_favour as inFavour',
      'vote.against',
      'vote.other',
      'conference.kind',
    ])
    .where('vote.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    ...row,
    method: row.method as Vote['method'],
    kind: row.kind as ConferenceKind,
  }));
}

export type Roll = { id: string; kind: ConferenceKind; entries: RollEntry[] };

/** The rolls of conferences. */
export async function findRolls(db: Db, conferenceIds: readonly string[]): Promise<Roll[]> {
  if (conferenceIds.length === 0) return [];
  const conferences = await db
    .selectFrom('conference')
    .select(['id', 'kind'])
    .where('id', 'in', conferenceIds)
    .execute();
  const rows = await db
    .selectFrom('attendance')
    .select(['conference_id', 'state', 'arrived_item_id as arrivedItemId', 'left_item_id as leftItemId'])
    .where('conference_id', 'in', conferenceIds)
    .execute();
  const byConference = Map.groupBy(rows, (row) => row.conference_id);
  return conferences.map(({ id, kind }) => ({
    id,
    kind: kind as ConferenceKind,
    entries: (byConference.get(id) ?? []).map(({ state, arrivedItemId, leftItemId }) => ({
      state: state as AttendanceEntry['state'],
      arrivedItemId,
      leftItemId,
    })),
  }));
}
