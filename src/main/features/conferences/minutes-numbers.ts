import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { memberName } from '#main/features/organisation/index.ts';
import { conferenceRecord } from '#shared/features/conferences/records.ts';
import type {
  ConferenceKind,
  ConferenceSession,
  MinutesIssuer,
} from '#shared/features/conferences/schema.ts';
import { readFields } from '#shared/record.ts';

type Db = Kysely<Database>;

/** The numbers that minutes of that body carry within the term, for whoever counts on. */
export function minutesRows(db: Db, termId: string, issuer: MinutesIssuer) {
  return db
    .selectFrom('conference')
    .select((one) => [
      'id',
      'minutes_number as number',
      one.fn<string>('substr', [one.ref('starts_at'), one.val(1), one.val(10)]).as('date'),
    ])
    .where('term_id', '=', termId)
    .where('minutes_issuer', '=', issuer)
    .where('minutes_number', 'is not', null)
    .$narrowType<{ number: number }>();
}

export type NumberedMinutes = {
  id: string;
  number: number;
  issuer: MinutesIssuer;
  date: string;
  chairName: string | null;
  titled: { kind: ConferenceKind; session: ConferenceSession; ordinal: number; customTitle: string };
};

/** The conferences of a term whose minutes have a number, also those that were opened again. */
export async function numberedMinutes(db: Db, termId: string): Promise<NumberedMinutes[]> {
  const rows = await db
    .selectFrom('conference as c')
    .select(['c.id', 'c.kind', 'c.session', 'c.ordinal', 'c.custom_title', 'c.starts_at'])
    .select(['c.minutes_number as number', 'c.minutes_issuer'])
    .select(memberName('c.chair_id').as('chair_name'))
    .where('c.term_id', '=', termId)
    .where('c.minutes_number', 'is not', null)
    .$narrowType<{ number: number }>()
    .execute();
  return rows.map((row) => {
    const { minutesIssuer, startsAt } = readFields(conferenceRecord, ['minutesIssuer', 'startsAt'], row);
    return {
      id: row.id,
      number: row.number,
      issuer: minutesIssuer,
      date: startsAt.slice(0, 10),
      chairName: row.chair_name,
      titled: readFields(conferenceRecord, ['kind', 'session', 'ordinal', 'customTitle'], row),
    };
  });
}
