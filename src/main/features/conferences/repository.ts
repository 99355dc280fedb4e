import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { ConferenceTable, Database } from '#main/db/schema.ts';
import type {
  AgendaItem,
  AttendanceEntry,
  AttendanceState,
  Conference,
  ConferenceFields,
  ConferenceKind,
  ConferenceSummary,
} from '#shared/features/conferences/schema.ts';
import type { Body } from '#shared/features/documents/body.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** Newest first. */
export async function listConferences(db: Db): Promise<ConferenceSummary[]> {
  const rows = await db
    .selectFrom('conference as c')
    .innerJoin('term as t', 't.id', 'c.term_id')
    .select([
      'c.id',
      'c.kind',
      'c.ordinal',
      't.ordinal as term_ordinal',
      'c.starts_at',
      'c.ends_at',
      'c.place',
      'c.content',
    ])
    .orderBy('c.starts_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  const counts = await db
    .selectFrom('attendance')
    .select((select) => ['conference_id', 'state', select.fn.countAll<number>().as('count')])
    .groupBy(['conference_id', 'state'])
    .execute();
  const byConference = new Map<string, Record<AttendanceState, number>>();
  for (const { conference_id, state, count } of counts) {
    const entry = byConference.get(conference_id) ?? { present: 0, excused: 0, absent: 0 };
    entry[state as AttendanceState] = count;
    byConference.set(conference_id, entry);
  }
  return rows.map((row) => {
    const count = byConference.get(row.id) ?? { present: 0, excused: 0, absent: 0 };
    return {
      id: row.id,
      kind: row.kind as ConferenceKind,
      ordinal: row.ordinal,
      termOrdinal: row.term_ordinal,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      place: row.place,
      content: row.content,
      members: count.present + count.excused + count.absent,
      ...count,
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
  };
}

export async function getAgenda(db: Db, conferenceId: string): Promise<AgendaItem[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .selectAll()
    .where('conference_id', '=', conferenceId)
    .orderBy('list_order')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    presenter: row.presenter,
    discussion: JSON.parse(row.discussion) as Body,
    conclusion: JSON.parse(row.conclusion) as Body,
  }));
}

/** In the order of the paper list. */
async function getAttendance(db: Db, conferenceId: string): Promise<AttendanceEntry[]> {
  const rows = await db
    .selectFrom('attendance as a')
    .innerJoin('member as m', 'm.id', 'a.member_id')
    .select(['a.member_id', 'a.state', 'a.reason'])
    .where('a.conference_id', '=', conferenceId)
    .orderBy('m.list_order')
    .orderBy('m.id')
    .execute();
  return rows.map((row) => ({
    memberId: row.member_id,
    state: row.state as AttendanceState,
    reason: row.reason,
  }));
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
    .values({ id, ...fromFields(termId, fields) })
    .execute();
}

export async function updateConference(
  db: Trx,
  id: string,
  termId: string,
  fields: ConferenceFields,
): Promise<boolean> {
  const result = await db
    .updateTable('conference')
    .set(fromFields(termId, fields))
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function deleteConference(db: Trx, id: string): Promise<void> {
  await db.deleteFrom('attendance').where('conference_id', '=', id).execute();
  await db.deleteFrom('agenda_item').where('conference_id', '=', id).execute();
  await db.deleteFrom('conference').where('id', '=', id).execute();
}

export async function insertAttendance(
  db: Trx,
  id: string,
  conferenceId: string,
  entry: AttendanceEntry,
): Promise<void> {
  await db
    .insertInto('attendance')
    .values({
      id,
      conference_id: conferenceId,
      member_id: entry.memberId,
      state: entry.state,
      reason: entry.reason,
    })
    .execute();
}

export async function updateAttendance(
  db: Trx,
  conferenceId: string,
  entry: AttendanceEntry,
): Promise<boolean> {
  const result = await db
    .updateTable('attendance')
    .set({ state: entry.state, reason: entry.reason })
    .where('conference_id', '=', conferenceId)
    .where('member_id', '=', entry.memberId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
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
      discussion: JSON.stringify(item.discussion),
      conclusion: JSON.stringify(item.conclusion),
    };
    await db
      .insertInto('agenda_item')
      .values({ id: item.id, conference_id: conferenceId, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
}

function toFields(row: Selectable<ConferenceTable>): ConferenceFields {
  return {
    kind: row.kind as ConferenceKind,
    ordinal: row.ordinal,
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

function fromFields(termId: string, fields: ConferenceFields): Omit<Insertable<ConferenceTable>, 'id'> {
  return {
    term_id: termId,
    kind: fields.kind,
    ordinal: fields.ordinal,
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
