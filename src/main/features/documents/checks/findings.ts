import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { findConference } from '#main/features/conferences/index.ts';
import { listIndicators } from '#main/features/indicators/index.ts';
import { getOrganisation, listMembers } from '#main/features/organisation/index.ts';
import { profileOn } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import { checkDocument } from '#shared/features/documents/checks/check-document.ts';
import { citedCodes } from '#shared/features/documents/checks/citations.ts';
import type { CheckFacts } from '#shared/features/documents/checks/rule.ts';
import type { CheckFinding } from '#shared/features/documents/checks/schema.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import { regimeOf } from '#shared/features/organisation/issuers.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import { findRegistered, listCheckSettings, registerSince } from './repository.ts';

type Db = Kysely<Database>;

/** What a second pair of eyes finds, without the checks that the office does without. */
export async function findingsOf(db: Db, document: DocumentFields, today: string): Promise<CheckFinding[]> {
  const settings = await listCheckSettings(db);
  return checkDocument(await factsOf(db, document, today), new Set(settings.map(({ rule }) => rule)));
}

async function factsOf(
  db: Db,
  document: DocumentFields,
  today: string,
): Promise<Omit<CheckFacts, 'passages'>> {
  const day = document.date ?? today;
  const organisation = await getOrganisation(db);
  const name = nameOn(organisation, day) ?? null;
  const conference = document.conferenceId ? await findConference(db, document.conferenceId) : null;
  const regime = regimeOf(document.issuer);
  return {
    document,
    today,
    regime,
    profileId: profileOn(await listProfiles(db), regime, day).id,
    name,
    otherNames: organisation.names.filter((one) => one !== name),
    terms: organisation.terms,
    conferenceDay: conference?.startsAt.slice(0, 10) ?? null,
    members: await listMembers(db, { on: day }),
    indicators: await listIndicators(db, undefined),
    registered: await findRegistered(db, citedCodes(document)),
    registerSince: await registerSince(db),
  };
}
