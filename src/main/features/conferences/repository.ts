import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { AgendaItemTable, ConferenceTable, Database } from '#main/db/schema.ts';
import { termOrdinal } from '#main/features/organisation/index.ts';
import { countAttendance } from '#shared/features/conferences/attendance.ts';
import { conferenceIssuer } from '#shared/features/conferences/rules.ts';
import type {
  AgendaItem,
  Conference,
  ConferenceFields,
  ConferenceKind,
  ConferenceSession,
  ConferenceSummary,
  MinutesIssuer,
} from '#shared/features/conferences/schema.ts';
import type { PrintModel } from '#shared/paper/model.ts';
import type { Body } from '#shared/text-model/body.ts';
import { getAttendance, getRolls } from './roll-repository.ts';
import { getElections, getVotes } from './votes-repository.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** Newest first. */
export async function listConferences(db: Db): Promise<ConferenceSummary[]> {
  const rows = await db
    .selectFrom('conference as c')
    .select([
      'c.id',
      'c.kind',
      'c.session',
      'c.ordinal',
      'c.custom_title',
      'c.minutes_number',
      'c.closed_at',
      'c.starts_at',
      'c.ends_at',
      'c.place',
      'c.content',
    ])
    .select(termOrdinal('c.term_id').as('term_ordinal'))
    .orderBy('c.starts_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  const rolls = await getRolls(db);
  return rows.map((row) => {
    const kind = row.kind as ConferenceKind;
    const { members, present, excused, absent } = countAttendance(rolls.get(row.id) ?? [], kind);
    return {
      id: row.id,
      kind,
      session: row.session as ConferenceSession,
      ordinal: row.ordinal,
      customTitle: row.custom_title,
      termOrdinal: row.term_ordinal,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      place: row.place,
      content: row.content,
      minutesNumber: row.minutes_number,
      closedAt: row.closed_at,
      ...{ members, present, excused, absent },
    };
  });
}

export async function findConference(db: Db, id: string): Promise<Conference | null> {
  const row = await db.selectFrom('conference').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return {
    ...toFields(row),
    id,
    termId: row.term_id,
    agenda: await getAgenda(db, id),
    attendance: await getAttendance(db, id),
    votes: await getVotes(db, id),
    elections: await getElections(db, id),
    minutesNumber: row.minutes_number,
    minutesIssuer: minutesIssuerOf(row),
    closedAt: row.closed_at,
    reopenings: await getReopenings(db, id),
  };
}

/** A number once given stays in the register that gave it. */
function minutesIssuerOf(row: Selectable<ConferenceTable>): MinutesIssuer {
  return row.minutes_number === null
    ? conferenceIssuer(row.kind as ConferenceKind)
    : (row.minutes_issuer as MinutesIssuer);
}

async function getAgenda(db: Db, conferenceId: string): Promise<AgendaItem[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .selectAll()
    .where('conference_id', '=', conferenceId)
    .orderBy('list_order')
    .execute();
  return rows.map(toItem);
}

function getReopenings(db: Db, conferenceId: string) {
  return db
    .selectFrom('conference_reopening')
    .select(['at', 'actor', 'reason'])
    .where('conference_id', '=', conferenceId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function lastOrdinal(db: Db, termId: string, kind: ConferenceKind): Promise<number> {
  const row = await db
    .selectFrom('conference')
    .select((select) => select.fn.max('ordinal').as('ordinal'))
    .where('term_id', '=', termId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return Number(row?.ordinal ?? 0);
}

export async function insertConference(
  db: Trx,
  id: string,
  termId: string,
  fields: ConferenceFields,
): Promise<void> {
  await db
    .insertInto('conference')
    .values({ id, minutes_issuer: conferenceIssuer(fields.kind), ...fromFields(termId, fields) })
    .execute();
}

export async function updateConference(
  db: Trx,
  id: string,
  termId: string,
  fields: ConferenceFields,
): Promise<void> {
  await db.updateTable('conference').set(fromFields(termId, fields)).where('id', '=', id).execute();
}

/** Rows keep their ids, so the journal shows what changed in which item. */
export async function replaceAgenda(
  db: Trx,
  conferenceId: string,
  items: readonly AgendaItem[],
): Promise<void> {
  const ids = items.map((item) => item.id);
  await db
    .deleteFrom('agenda_item')
    .where('conference_id', '=', conferenceId)
    .where('id', 'not in', ids)
    .execute();
  for (const [index, item] of items.entries()) {
    const row = {
      list_order: index + 1,
      title: item.title,
      presenter: item.presenter,
      papers: item.papers,
      planned_at: item.plannedAt,
      started_at: item.startedAt,
      ended_at: item.endedAt,
      discussion: JSON.stringify(item.discussion),
      conclusion: JSON.stringify(item.conclusion),
      carried_from_id: item.carriedFromId,
      is_carried_over: item.isCarriedOver ? 1 : 0,
      carry_reason: item.isCarriedOver ? item.carryReason : '',
    };
    await db
      .insertInto('agenda_item')
      .values({ id: item.id, conference_id: conferenceId, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
}

/** The items whose reason to stay is elsewhere: what was voted on, or who came and left at them. */
export async function itemsInUse(db: Db, conferenceId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('vote')
    .select('agenda_item_id as id')
    .where('conference_id', '=', conferenceId)
    .unionAll(
      db.selectFrom('election').select('agenda_item_id as id').where('conference_id', '=', conferenceId),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Null until the conference is closed. */
export async function findClosedMinutes(db: Db, id: string): Promise<PrintModel | null> {
  const row = await db
    .selectFrom('conference')
    .select('minutes_print')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.minutes_print ? (JSON.parse(row.minutes_print) as PrintModel) : null;
}

export async function closeConference(
  db: Trx,
  id: string,
  closing: { at: string; number: number | null; issuer: MinutesIssuer; minutes: PrintModel },
): Promise<void> {
  await db
    .updateTable('conference')
    .set({
      closed_at: closing.at,
      minutes_number: closing.number,
      minutes_issuer: closing.issuer,
      minutes_print: JSON.stringify(closing.minutes),
    })
    .where('id', '=', id)
    .execute();
}

export async function reopenConference(
  db: Trx,
  conferenceId: string,
  reopening: { id: string; at: string; actor: string; reason: string },
): Promise<void> {
  await db
    .updateTable('conference')
    .set({ closed_at: null, minutes_print: null })
    .where('id', '=', conferenceId)
    .execute();
  await db
    .insertInto('conference_reopening')
    .values({ conference_id: conferenceId, ...reopening })
    .execute();
}

function toItem(row: Selectable<AgendaItemTable>): AgendaItem {
  return {
    id: row.id,
    title: row.title,
    presenter: row.presenter,
    papers: row.papers,
    plannedAt: row.planned_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    discussion: JSON.parse(row.discussion) as Body,
    conclusion: JSON.parse(row.conclusion) as Body,
    carriedFromId: row.carried_from_id,
    isCarriedOver: row.is_carried_over === 1,
    carryReason: row.carry_reason,
  };
}

function toFields(row: Selectable<ConferenceTable>): ConferenceFields {
  return {
    kind: row.kind as ConferenceKind,
    session: row.session as ConferenceSession,
    ordinal: row.ordinal,
    customTitle: row.custom_title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    content: row.content,
    papers: row.papers,
    invited: row.invited,
    chairId: row.chair_id,
    recorderName: row.recorder_name,
    conclusion: JSON.parse(row.conclusion) as Body,
  };
}

function fromFields(
  termId: string,
  fields: ConferenceFields,
): Omit<Insertable<ConferenceTable>, 'id' | 'minutes_issuer'> {
  return {
    term_id: termId,
    kind: fields.kind,
    session: fields.session,
    ordinal: fields.ordinal,
    custom_title: fields.customTitle,
    starts_at: fields.startsAt,
    ends_at: fields.endsAt,
    place: fields.place,
    content: fields.content,
    papers: fields.papers,
    invited: fields.invited,
    chair_id: fields.chairId,
    recorder_name: fields.recorderName,
    conclusion: JSON.stringify(fields.conclusion),
  };
}
