import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { Resolvers } from '#main/references/references.ts';
import { attendanceSentence, countAttendance } from '#shared/features/conferences/attendance.ts';
import { conferenceRecord } from '#shared/features/conferences/records.ts';
import { voteSentence } from '#shared/features/conferences/votes.ts';
import { readFields } from '#shared/record.ts';
import { getRolls } from './roll-repository.ts';
import { findVotes } from './votes-repository.ts';

/** What texts quote of conferences: how a vote ended, who was there. */
export const conferenceSentences: Resolvers['sentences'] = {
  vote: async (db, ids) => {
    const votes = await findVotes(db, ids);
    return new Map(
      votes.map(({ kind, vote }) => [vote.id, { words: voteSentence(vote, kind), about: vote.question }]),
    );
  },

  attendance: async (db, ids) => {
    const rolls = await getRolls(db, ids);
    return new Map(
      (await kindsOf(db, ids)).map(({ id, kind }) => {
        const count = countAttendance(rolls.get(id) ?? [], kind);
        return [id, { words: attendanceSentence(count), about: '' }];
      }),
    );
  },
};

async function kindsOf(db: Kysely<Database>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('conference')
    .select(['id', 'kind', 'custom_title', 'starts_at'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({ id: row.id, ...readFields(conferenceRecord, ['kind'], row) }));
}
