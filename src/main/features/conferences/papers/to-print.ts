import type { Kysely } from 'kysely';
import type { QueryContext } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';
import { indicatorRows } from '#main/features/indicators/index.ts';
import { getOrganisation, listMembers, requireName } from '#main/features/organisation/index.ts';
import { profileOn, withProfile } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import type { ConferencePaper } from '#shared/features/conferences/papers.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import type { DocumentModel, MinutesModel, PrintModel } from '#shared/paper/model.ts';
import { periodsIn } from '#shared/text-model/live-tables.ts';
import { presetOf } from '../presets-repository.ts';
import { findClosedMinutes, findConference } from '../repository.ts';
import { composeCountingRecords } from './counting-records.ts';
import { composeFileIndex, type FileEntry } from './file-index.ts';
import { composeInvitation } from './invitation.ts';
import { composeMinutes } from './minutes.ts';
import { composeProgramme } from './programme.ts';
import { composeSignInSheet } from './sign-in-sheet.ts';

type Db = Kysely<Database>;
type Ctx = Pick<QueryContext, 'db' | 'services'>;

/**
 * A paper of a conference as it stands; its minutes as they were frozen when it was closed.
 * @throws AppError NOT_FOUND; RULE noElection
 */
export async function conferencePaper(ctx: Ctx, source: ConferencePaper): Promise<PrintModel> {
  const { db } = ctx;
  const conference = await findConference(db, source.id);
  if (!conference) throw new AppError('NOT_FOUND');
  switch (source.kind) {
    case 'minutes': {
      const frozen = await findClosedMinutes(db, source.id);
      return frozen ? withProfile(frozen) : liveMinutes(ctx, conference);
    }
    case 'programme':
      return composeProgramme(await sourcesOf(db, conference));
    case 'invitation':
      return composeInvitation(await sourcesOf(db, conference));
    case 'signInSheet':
      return composeSignInSheet(await sourcesOf(db, conference));
    case 'countingRecord':
      return composeCountingRecords(
        await sourcesOf(db, conference),
        electionsOf(conference, source.electionId),
      );
  }
}

/** The title page of the conference file, once it is known where everything lies. @throws AppError NOT_FOUND */
export async function conferenceFileIndex(
  db: Db,
  id: string,
): Promise<(entries: readonly FileEntry[]) => DocumentModel> {
  const conference = await findConference(db, id);
  if (!conference) throw new AppError('NOT_FOUND');
  const sources = await sourcesOf(db, conference);
  return (entries) => composeFileIndex(sources, entries);
}

function electionsOf({ elections }: Conference, wanted: string | undefined) {
  const found = elections.filter(({ id }) => wanted === undefined || id === wanted);
  if (found.length === 0) throw wanted === undefined ? ruleError('noElection') : new AppError('NOT_FOUND');
  return found;
}

/** The minutes as they stand, under the names of the conference's day. */
export async function liveMinutes({ db, services }: Ctx, conference: Conference): Promise<MinutesModel> {
  const { numbersMinutes } = await presetOf(db, conference.kind);
  const { agenda, conclusion } = conference;
  const texts = [...agenda.flatMap((item) => [item.discussion, item.conclusion]), conclusion];
  return composeMinutes({
    ...(await sourcesOf(db, conference)),
    indicators: await indicatorRows(db, periodsIn(texts)),
    words: await services.references.words(db, texts, null),
    isNumbered: numbersMinutes,
  });
}

async function sourcesOf(db: Db, conference: Conference) {
  const organisation = await getOrganisation(db);
  const term = organisation.terms.find((found) => found.id === conference.termId);
  const day = conference.startsAt.slice(0, 10);
  return {
    conference,
    name: requireName(organisation, day),
    profile: profileOn(await listProfiles(db), 'party', day),
    termOrdinal: term?.ordinal ?? 1,
    members: await listMembers(db, { termId: conference.termId }),
  };
}
