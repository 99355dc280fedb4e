import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { type MinutesIssuer, minutesIssuers } from '#shared/features/conferences/schema.ts';
import { minutesCounter } from '#shared/features/documents/numbers.ts';

type Db = Kysely<Database>;
type Numbered = { number: number; date: string; id: string };

/** The newest number of the counter within the term, voided ones included: a number is never given twice. */
export async function lastNumbered(db: Db, termId: string, counter: string): Promise<Numbered | null> {
  const rows = await numbersOf(db, termId, counter).orderBy('number', 'desc').limit(1).execute();
  return rows[0] ?? null;
}

/** What carries that number already. */
export async function findNumbered(
  db: Db,
  termId: string,
  counter: string,
  number: number,
): Promise<Numbered | null> {
  const row = await numbersOf(db, termId, counter).where('number', '=', number).executeTakeFirst();
  return row ?? null;
}

/** Minutes of conferences count with the documents of their body. */
function numbersOf(db: Db, termId: string, counter: string) {
  const ofDocuments = db
    .selectFrom('document')
    .select(['id', 'number', 'date'])
    .where('term_id', '=', termId)
    .where('counter', '=', counter);
  const ofConferences = (issuer: MinutesIssuer) =>
    db
      .selectFrom('conference')
      .select((one) => [
        'id',
        'minutes_number as number',
        one.fn<string>('substr', [one.ref('starts_at'), one.val(1), one.val(10)]).as('date'),
      ])
      .where('term_id', '=', termId)
      .where('minutes_issuer', '=', issuer)
      .where('minutes_number', 'is not', null);
  const issuer = minutesIssuers.find((one) => minutesCounter(one) === counter);
  const all = issuer ? ofDocuments.unionAll(ofConferences(issuer)) : ofDocuments;
  return db.selectFrom(all.as('numbered')).selectAll().$castTo<Numbered>();
}
