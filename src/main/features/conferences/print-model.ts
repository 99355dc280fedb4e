import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { listIndicators } from '#main/features/indicators/index.ts';
import { getOrganisation, listMembers, requireName } from '#main/features/organisation/index.ts';
import { composeMinutes } from '#main/features/print/index.ts';
import { AppError } from '#shared/errors.ts';
import type { PrintModel } from '#shared/features/print/model.ts';
import { findConference } from './repository.ts';

/** The minutes of a conference, under the names of its day. @throws AppError NOT_FOUND */
export async function minutesToPrint(db: Kysely<Database>, id: string): Promise<PrintModel> {
  const conference = await findConference(db, id);
  if (!conference) throw new AppError('NOT_FOUND');
  const organisation = await getOrganisation(db);
  const term = organisation.terms.find((found) => found.id === conference.termId);
  return composeMinutes({
    conference,
    name: requireName(organisation, conference.startsAt.slice(0, 10)),
    termOrdinal: term?.ordinal ?? 1,
    members: await listMembers(db, { termId: conference.termId }),
    indicators: await listIndicators(db, undefined),
  });
}
