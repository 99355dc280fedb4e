import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { memberName } from '#main/features/organisation/index.ts';
import { conferenceRecord, voidedMinutesRecord } from '#shared/features/conferences/records.ts';
import type {
  ConferenceKind,
  ConferenceSession,
  MinutesIssuer,
  VoidedMinutes,
} from '#shared/features/conferences/schema.ts';
import { readFields, readRow, toColumns } from '#shared/record.ts';

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

/** The same of those that were voided: their numbers are never given again. */
export function voidedMinutesRows(db: Db, termId: string, issuer: MinutesIssuer) {
  return db
    .selectFrom('voided_minutes')
    .select(['id', 'number', 'date'])
    .where('term_id', '=', termId)
    .where('issuer', '=', issuer);
}

export async function insertVoidedMinutes(
  db: Transaction<Database>,
  id: string,
  minutes: VoidedMinutes,
): Promise<void> {
  await db
    .insertInto('voided_minutes')
    .values({ id, ...toColumns(voidedMinutesRecord, minutes) })
    .execute();
}

export async function listVoidedMinutes(db: Db, termId: string): Promise<(VoidedMinutes & { id: string })[]> {
  const rows = await db.selectFrom('voided_minutes').selectAll().where('term_id', '=', termId).execute();
  return rows.map((row) => ({ id: row.id, ...readRow(voidedMinutesRecord, row) }));
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
