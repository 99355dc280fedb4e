import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { listIndicators } from '#main/features/indicators/index.ts';
import { getOrganisation, listMembers, requireName } from '#main/features/organisation/index.ts';
import { composeMinutes } from '#main/features/print/index.ts';
import { AppError } from '#shared/errors.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import type { PrintModel } from '#shared/features/print/model.ts';
import { findClosedMinutes, findConference } from './repository.ts';

/** The minutes of a conference: what was frozen when it was closed, else as it stands. @throws AppError NOT_FOUND */
export async function minutesToPrint(db: Kysely<Database>, id: string): Promise<PrintModel> {
  const conference = await findConference(db, id);
  if (!conference) throw new AppError('NOT_FOUND');
  return (await findClosedMinutes(db, id)) ?? liveMinutes(db, conference);
}

/** The minutes as they stand, under the names of the conference's day. */
export async function liveMinutes(db: Kysely<Database>, conference: Conference): Promise<PrintModel> {
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
