import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { AppError } from '#shared/errors.ts';

type Db = Kysely<Database>;

/*
 * The references of the schema refuse to let a record go that others need, but cannot say which: these look first.
 */

/** @throws AppError CONFLICT `termHasConferences`, `termHasDocuments`, `termHasMembers` */
export async function refuseTermInUse(db: Db, id: string): Promise<void> {
  const users = [
    ['termHasConferences', 'conference'],
    ['termHasDocuments', 'document'],
    ['termHasMembers', 'member'],
  ] as const;
  for (const [reason, table] of users) {
    const { count } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('term_id', '=', id)
      .executeTakeFirstOrThrow();
    if (count > 0) throw new AppError('CONFLICT', { reason, params: { count } });
  }
}

/** @throws AppError CONFLICT `memberSat` */
export async function refuseMemberInUse(db: Db, id: string): Promise<void> {
  const conferences = await db
    .selectFrom('attendance')
    .select('conference_id as id')
    .where('member_id', '=', id)
    // Once, where somebody is on the roll of what they led.
    .union(db.selectFrom('conference').select('id').where('chair_id', '=', id))
    .execute();
  if (conferences.length > 0)
    throw new AppError('CONFLICT', { reason: 'memberSat', params: { count: conferences.length } });
}
