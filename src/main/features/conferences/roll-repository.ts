import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AttendanceTable, Database } from '#main/db/schema.ts';
import { attendanceRecord } from '#shared/features/conferences/records.ts';
import type { AttendanceEntry } from '#shared/features/conferences/schema.ts';
import { readFields, readRow, toColumns } from '#shared/record.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/**
 * In the order of the paper list.
 * @param name of the conference
 */
export async function getAttendance(
  db: Db,
  conferenceId: string,
  name?: () => string,
): Promise<AttendanceEntry[]> {
  const rows = await db
    .selectFrom('attendance')
    .selectAll()
    .where('conference_id', '=', conferenceId)
    .orderBy('list_order')
    .orderBy('id')
    .execute();
  return rows.map((row) => toEntry(row, name));
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
    .select(['conference_id', 'state', 'arrived_item_id', 'left_item_id', 'full_name', 'title']);
  if (conferenceIds) query = query.where('conference_id', 'in', conferenceIds);
  const byConference = Map.groupBy(await query.execute(), (row) => row.conference_id);
  return new Map(
    byConference
      .entries()
      .map(([id, rows]) => [id, rows.map((row) => readFields(attendanceRecord, counted, row))]),
  );
}

const counted = ['state', 'arrivedItemId', 'leftItemId'] as const;

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

function toEntry(row: Selectable<AttendanceTable>, conference?: () => string): AttendanceEntry {
  const { conferenceId: _, listOrder: __, ...entry } = readRow(attendanceRecord, row, conference);
  return { id: row.id, ...entry };
}

function fromEntry({ id: _, ...entry }: AttendanceEntry) {
  return toColumns(attendanceRecord, entry);
}
