import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AttendanceTable, Database } from '#main/db/schema.ts';
import type { AttendanceEntry, AttendanceState } from '#shared/features/conferences/schema.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** In the order of the paper list. */
export async function getAttendance(db: Db, conferenceId: string): Promise<AttendanceEntry[]> {
  const rows = await db
    .selectFrom('attendance')
    .selectAll()
    .where('conference_id', '=', conferenceId)
    .orderBy('list_order')
    .orderBy('id')
    .execute();
  return rows.map(toEntry);
}

type RollEntry = Pick<AttendanceEntry, 'state' | 'arrivedItemId' | 'leftItemId'>;

/** What counts of the rolls, by conference: of those that are asked for, or of all. */
export async function getRolls(
  db: Db,
  conferenceIds?: readonly string[],
): Promise<ReadonlyMap<string, RollEntry[]>> {
  if (conferenceIds?.length === 0) return new Map();
  let query = db
    .selectFrom('attendance')
    .select(['conference_id', 'state', 'arrived_item_id', 'left_item_id']);
  if (conferenceIds) query = query.where('conference_id', 'in', conferenceIds);
  const byConference = Map.groupBy(await query.execute(), (row) => row.conference_id);
  return new Map(
    byConference.entries().map(([id, rows]) => [
      id,
      rows.map((row) => ({
        state: row.state as AttendanceState,
        arrivedItemId: row.arrived_item_id,
        leftItemId: row.left_item_id,
      })),
    ]),
  );
}

/** The last place of the paper list that is taken. */
export async function lastPlace(db: Db, conferenceId: string): Promise<number> {
  const row = await db
    .selectFrom('attendance')
    .select((select) => select.fn.max('list_order').as('last'))
    .where('conference_id', '=', conferenceId)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

export async function insertAttendance(
  db: Trx,
  conferenceId: string,
  listOrder: number,
  entry: AttendanceEntry,
): Promise<void> {
  await db
    .insertInto('attendance')
    .values({ id: entry.id, conference_id: conferenceId, list_order: listOrder, ...fromEntry(entry) })
    .execute();
}

export async function updateAttendance(db: Trx, conferenceId: string, entry: AttendanceEntry): Promise<void> {
  await db
    .updateTable('attendance')
    .set(fromEntry(entry))
    .where('conference_id', '=', conferenceId)
    .where('id', '=', entry.id)
    .execute();
}

export async function deleteAttendance(db: Trx, conferenceId: string, id: string): Promise<void> {
  await db.deleteFrom('attendance').where('conference_id', '=', conferenceId).where('id', '=', id).execute();
}

export async function orderAttendance(db: Trx, conferenceId: string, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await db
      .updateTable('attendance')
      .set({ list_order: index + 1 })
      .where('conference_id', '=', conferenceId)
      .where('id', '=', id)
      .execute();
  }
}

/** Who came or left at an item that is gone was there from the beginning, or to the end. */
export async function forgetItems(db: Trx, conferenceId: string, kept: readonly string[]): Promise<void> {
  for (const column of ['arrived_item_id', 'left_item_id'] as const) {
    await db
      .updateTable('attendance')
      .set({ [column]: null })
      .where('conference_id', '=', conferenceId)
      .where(column, 'is not', null)
      .where(column, 'not in', [...kept])
      .execute();
  }
}

function toEntry(row: Selectable<AttendanceTable>): AttendanceEntry {
  return {
    id: row.id,
    memberId: row.member_id,
    fullName: row.full_name,
    title: row.title,
    state: row.state as AttendanceState,
    reason: row.reason,
    arrivedItemId: row.arrived_item_id,
    leftItemId: row.left_item_id,
    substitute: row.substitute,
  };
}

function fromEntry(entry: AttendanceEntry) {
  return {
    member_id: entry.memberId,
    full_name: entry.fullName,
    title: entry.title,
    state: entry.state,
    reason: entry.reason,
    arrived_item_id: entry.arrivedItemId,
    left_item_id: entry.leftItemId,
    substitute: entry.substitute,
  };
}
