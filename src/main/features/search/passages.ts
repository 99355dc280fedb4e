import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { findConference } from '#main/features/conferences/index.ts';
import { getOrganisation } from '#main/features/organisation/index.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { type DocumentType, typeName } from '#shared/features/documents/types.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import type { Hit } from '#shared/features/search/contract.ts';
import { type Body, bodyText } from '#shared/text-model/body.ts';

/** What is found as one: its title and all it says. */
export type Passage = Pick<Hit, 'kind' | 'id' | 'owner' | 'date'> & { title: string; text: string };

/** A record that brings passages: what of it has changed is read again as a whole. */
export type Source = { kind: Exclude<Hit['kind'], 'item'>; id: string };

type Db = Kysely<Database>;

const tables = {
  document: 'document',
  conference: 'conference',
  person: 'member',
  indicator: 'indicator',
  attachment: 'attachment',
} as const satisfies Record<Source['kind'], keyof Database>;

export async function allSources(db: Db): Promise<Source[]> {
  const sources: Source[] = [];
  for (const kind of Object.keys(tables) as Source['kind'][]) {
    const rows = await db.selectFrom(tables[kind]).select('id').execute();
    sources.push(...rows.map(({ id }) => ({ kind, id })));
  }
  return sources;
}

/** Empty when the record is gone. */
export async function passagesOf(db: Db, { kind, id }: Source): Promise<Passage[]> {
  switch (kind) {
    case 'document':
      return documentPassages(db, id);
    case 'conference':
      return conferencePassages(db, id);
    case 'person':
      return personPassages(db, id);
    case 'indicator':
      return indicatorPassages(db, id);
    case 'attachment':
      return attachmentPassages(db, id);
  }
}

async function documentPassages(db: Db, id: string): Promise<Passage[]> {
  const row = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return [];
  const name = typeName(row.type as DocumentType);
  const text = lines(
    ...(JSON.parse(row.addressees) as string[]),
    ...(JSON.parse(row.bases) as string[]),
    row.opening_line,
    bodyText(JSON.parse(row.body) as Body),
    ...(JSON.parse(row.recipients) as string[]),
    row.authority,
    row.signer_title,
    row.signer_name,
  );
  const title = [name, row.code, row.subject].filter(Boolean).join(' ');
  return [{ kind: 'document', id, owner: null, title, text, date: row.date }];
}

async function conferencePassages(db: Db, id: string): Promise<Passage[]> {
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

async function personPassages(db: Db, id: string): Promise<Passage[]> {
  const row = await db.selectFrom('member').select('full_name').where('id', '=', id).executeTakeFirst();
  if (!row) return [];
  const positions = await db.selectFrom('position').select('title').where('member_id', '=', id).execute();
  const text = lines(...positions.map(({ title }) => title));
  return [{ kind: 'person', id, owner: null, title: row.full_name, text, date: null }];
}

async function indicatorPassages(db: Db, id: string): Promise<Passage[]> {
  const row = await db
    .selectFrom('indicator')
    .select(['name', 'unit'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? [{ kind: 'indicator', id, owner: null, title: row.name, text: row.unit, date: null }] : [];
}

async function attachmentPassages(db: Db, id: string): Promise<Passage[]> {
  const row = await db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return [];
  const owner = { kind: row.owner_kind as 'conference' | 'document', id: row.owner_id };
  return [{ kind: 'attachment', id, owner, title: row.name, text: '', date: row.added_at.slice(0, 10) }];
}

function lines(...texts: string[]): string {
  return texts.filter(Boolean).join('\n');
}
