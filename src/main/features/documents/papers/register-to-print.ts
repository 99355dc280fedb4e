import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { requireBody, requireName } from '#main/features/organisation/index.ts';
import { profileOn } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import type { RegisterQuery } from '#shared/features/documents/register.ts';
import type { Term } from '#shared/features/organisation/schema.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import { termRegister } from '../register/register.ts';
import { composeRegister } from './register.ts';

/**
 * The register as paper, with the head that the office had when that year or that term ended.
 * @throws AppError NOT_FOUND for a term that there is not; RULE notSetUp
 */
export async function registerToPrint(
  db: Kysely<Database>,
  wanted: RegisterQuery,
  today: string,
): Promise<DocumentModel> {
  const register = await termRegister(db, wanted);
  const organisation = await requireBody(db);
  const term = organisation.terms.find(({ id }) => id === wanted.termId);
  const day = lastDay(term, wanted.year, today);
  return composeRegister({
    register,
    wanted,
    name: requireName(organisation, day),
    profile: profileOn(await listProfiles(db), 'party', day),
  });
}

/** The end of the year, of the term, or today, whichever comes first. */
function lastDay(term: Term | undefined, year: string | null, today: string): string {
  const ends = [term?.endsOn ?? today, year ? `${year}-12-31` : today, today];
  return ends.sort()[0] ?? today;
}
