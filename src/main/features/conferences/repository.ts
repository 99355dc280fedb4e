import type { Kysely, Selectable, Transaction } from 'kysely';
import { cameAs } from '#main/db/journal/newest-changes.ts';
import type { AgendaItemTable, Database } from '#main/db/schema.ts';
import { termOrdinal } from '#main/features/organisation/index.ts';
import { countAttendance } from '#shared/features/conferences/attendance.ts';
import { agendaItemRecord, conferenceRecord } from '#shared/features/conferences/records.ts';
import { conferenceIssuer } from '#shared/features/conferences/rules.ts';
import type {
  AgendaItem,
  Conference,
  ConferenceFields,
  ConferenceKind,
  ConferenceSummary,
  MinutesIssuer,
} from '#shared/features/conferences/schema.ts';
import type { FrozenPrint } from '#shared/paper/frozen.ts';
import type { MinutesModel } from '#shared/paper/model.ts';
import { calledIn, readFields, readRow, toColumns } from '#shared/record.ts';
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
    const listed = readFields(conferenceRecord, listedFields, row);
    const { members, present, excused, absent } = countAttendance(rolls.get(row.id) ?? [], listed.kind);
    const counts = { members, present, excused, absent };
    return { id: row.id, ...listed, termOrdinal: row.term_ordinal, ...counts };
  });
}

const listedFields = [
  ...(['kind', 'session', 'ordinal', 'customTitle', 'startsAt', 'endsAt', 'place', 'content'] as const),
  ...(['minutesNumber', 'closedAt'] as const),
] as const;

export async function findConference(db: Db, id: string): Promise<Conference | null> {
  const row = await db.selectFrom('conference').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const fields = readFields(conferenceRecord, wholeFields, row);
  const name = () => calledIn(conferenceRecord, row);
  return {
    ...fields,
    id,
    agenda: await getAgenda(db, id, name),
    attendance: await getAttendance(db, id, name),
    votes: await getVotes(db, id, name),
    elections: await getElections(db, id, name),
    // A number once given stays in the register that gave it.
    minutesIssuer: fields.minutesNumber === null ? conferenceIssuer(fields.kind) : fields.minutesIssuer,
    reopenings: await getReopenings(db, id),
  };
}

/** The frozen minutes are read where they are printed. */
const wholeFields = [
  ...(['termId', 'kind', 'session', 'ordinal', 'customTitle', 'startsAt', 'endsAt', 'place'] as const),
  ...(['content', 'papers', 'invited', 'chairId', 'recorderName', 'conclusion'] as const),
  ...(['minutesNumber', 'minutesIssuer', 'closedAt'] as const),
] as const;

/** @param name of the conference */
async function getAgenda(db: Db, conferenceId: string, name: () => string): Promise<AgendaItem[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .selectAll()
    .where('conference_id', '=', conferenceId)
    .orderBy('list_order')
    .execute();
  return rows.map((row) => toItem(row, name));
}

function getReopenings(db: Db, conferenceId: string) {
  return db
    .selectFrom('conference_reopening')
    .select(['at', 'actor', 'reason'])
    .where('conference_id', '=', conferenceId)
    .orderBy(cameAs('conference_reopening'))
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
    const { id, ...fields } = item;
    const row = toColumns(agendaItemRecord, {
      ...fields,
      listOrder: index + 1,
      carryReason: item.isCarriedOver ? item.carryReason : '',
    });
    await db
      .insertInto('agenda_item')
      .values({ id, conference_id: conferenceId, ...row })
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
export async function findClosedMinutes(db: Db, id: string): Promise<FrozenPrint | null> {
  const row = await db
    .selectFrom('conference')
    .select(['minutes_print', 'custom_title', 'starts_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? readFields(conferenceRecord, ['minutesPrint'], row).minutesPrint : null;
}

export async function closeConference(
  db: Trx,
  id: string,
  closing: { at: string; number: number | null; issuer: MinutesIssuer; minutes: MinutesModel },
): Promise<void> {
  await db
    .updateTable('conference')
    .set(
      toColumns(conferenceRecord, {
        closedAt: closing.at,
        minutesNumber: closing.number,
        minutesIssuer: closing.issuer,
        minutesPrint: closing.minutes,
      }),
    )
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

function toItem(row: Selectable<AgendaItemTable>, conference: () => string): AgendaItem {
  const { conferenceId: _, listOrder: __, ...item } = readRow(agendaItemRecord, row, conference);
  return { id: row.id, ...item };
}

function fromFields(termId: string, fields: ConferenceFields) {
  return toColumns(conferenceRecord, { termId, ...fields });
}
