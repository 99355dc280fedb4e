import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { ruleError } from '#shared/errors.ts';
import { nameOn, termOn } from '#shared/features/organisation/rules.ts';
import type { BodyName, Organisation, Term } from '#shared/features/organisation/schema.ts';
import { showDate } from '#shared/text/dates.ts';
import { getOrganisation } from './repository.ts';

type SetUpOrganisation = Organisation & { bodyId: string };

/** @throws AppError RULE notSetUp */
export async function requireBody(db: Kysely<Database>): Promise<SetUpOrganisation> {
  const organisation = await getOrganisation(db);
  if (organisation.bodyId === null) throw ruleError('notSetUp');
  return { ...organisation, bodyId: organisation.bodyId };
}

/** The term that holds on `date` (YYYY-MM-DD). @throws AppError RULE noTermOnDate */
export function requireTerm(organisation: Organisation, date: string): Term {
  const term = termOn(organisation, date);
  if (!term) throw ruleError('noTermOnDate', { date: showDate(date) });
  return term;
}

/** What the body is called on `date`. @throws AppError RULE notSetUp */
export function requireName(organisation: Organisation, date: string): BodyName {
  const name = nameOn(organisation, date);
  if (!name) throw ruleError('notSetUp');
  return name;
}
