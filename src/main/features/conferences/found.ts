import type { Database as Sqlite } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { getOrganisation } from '#main/features/organisation/index.ts';
import { changedIds } from '#main/records/owners.ts';
import type { Passage } from '#main/records/passages.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import { bodyText } from '#shared/text-model/body.ts';
import { findConference } from './repository.ts';

type Db = Kysely<Database>;

/** Itself, and each item of its agenda with what was said and concluded. */
export async function conferencePassages(db: Db, id: string): Promise<Passage[]> {
  const conference = await findConference(db, id);
  if (!conference) return [];
  const date = conference.startsAt.slice(0, 10);
  const organisation = await getOrganisation(db);
  const name = nameOn(organisation, date);
  const term = organisation.terms.find((one) => one.id === conference.termId);
  const title = name && term ? conferenceTitle(conference, term.ordinal, name) : conference.customTitle;
  const owner = { kind: 'conference', id } as const;
  return [
    { kind: 'conference', id, owner: null, title, text: frameText(conference), date },
    ...conference.agenda.map(
      (item): Passage => ({
        kind: 'item',
        id: item.id,
        owner,
        title: item.title,
        text: itemText(conference, item),
        date,
      }),
    ),
  ];
}

/** What belongs to the conference and to none of its items. */
function frameText(conference: Conference): string {
  return lines(
    conference.content,
    conference.place,
    conference.papers,
    conference.invited,
    conference.recorderName,
    ...conference.attendance.map(({ fullName, title, reason, substitute }) =>
      [fullName, title, reason, substitute].filter(Boolean).join(', '),
    ),
    bodyText(conference.conclusion),
  );
}

function itemText({ votes, elections }: Conference, item: Conference['agenda'][number]): string {
  return lines(
    item.presenter,
    item.papers,
    bodyText(item.discussion),
    bodyText(item.conclusion),
    item.carryReason,
    ...votes.filter(({ itemId }) => itemId === item.id).map(({ question }) => question),
    ...elections
      .filter(({ itemId }) => itemId === item.id)
      .flatMap(({ title, candidates }) => [title, ...candidates.map(({ fullName }) => fullName)]),
  );
}

/** What conferences are called follows other records too: the names of the body and the term's number. */
export function conferencesTouched(raw: Sqlite, seq: number): string[] {
  if (changedIds(raw, seq, ['body_name', 'term']).length === 0) return [];
  const rows = raw.prepare<[], { id: string }>('SELECT id FROM conference').all();
  return rows.map(({ id }) => id);
}

function lines(...texts: string[]): string {
  return texts.filter(Boolean).join('\n');
}
