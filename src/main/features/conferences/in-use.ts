import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { AppError } from '#shared/errors.ts';
import { showDate } from '#shared/text/dates.ts';

/** A conference whose items go on in a later one. @throws AppError CONFLICT `conferenceGoesOn` */
export async function refuseGoingOn(db: Kysely<Database>, id: string): Promise<void> {
  const later = await db
    .selectFrom('agenda_item as later')
    .innerJoin('agenda_item as item', 'item.id', 'later.carried_from_id')
    .innerJoin('conference', 'conference.id', 'later.conference_id')
    .select(['item.title', 'conference.starts_at as startsAt'])
    .where('item.conference_id', '=', id)
    .where('later.conference_id', '<>', id)
    .executeTakeFirst();
  if (later)
    throw new AppError('CONFLICT', {
      reason: 'conferenceGoesOn',
      params: { title: later.title, date: showDate(later.startsAt.slice(0, 10)) },
    });
}
