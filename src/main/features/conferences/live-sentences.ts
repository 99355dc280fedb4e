import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { Resolvers } from '#main/references/references.ts';
import { attendanceSentence, countAttendance } from '#shared/features/conferences/attendance.ts';
import type { ConferenceKind } from '#shared/features/conferences/schema.ts';
import { voteSentence } from '#shared/features/conferences/votes.ts';
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
        const count = countAttendance(rolls.get(id) ?? [], kind as ConferenceKind);
        return [id, { words: attendanceSentence(count), about: '' }];
      }),
    );
  },
};

async function kindsOf(db: Kysely<Database>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db.selectFrom('conference').select(['id', 'kind']).where('id', 'in', ids).execute();
}
