import type { Database as Sqlite } from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { preparedOnce } from '#main/db/statement-cache.ts';
import type { Basis } from '#shared/bridge.ts';

type Db = Kysely<Database>;

export async function newestChangeSet(db: Db): Promise<{ seq: number; at: string } | null> {
  const newest = db.selectFrom('change_set').select(['at', 'seq']).orderBy('seq', 'desc').limit(1);
  return (await newest.executeTakeFirst()) ?? null;
}

/** As of which the store is read; nobody's transaction is waited for. */
export function newestBasis(raw: Sqlite): Basis | null {
  const newest = preparedOnce(
    raw,
    'SELECT id, seq FROM change_set WHERE seq = (SELECT max(seq) FROM change_set)',
  );
  return (newest.get() as Basis | undefined) ?? null;
}

/**
 * The version of a row: the id of the change set that it has its state from, also of the one that is running; null where
 * the journal knows of no such row.
 */
export async function newestVersionOf(db: Db, table: keyof Database, rowId: string): Promise<string | null> {
  const { rows: running } = await sql<{ id: string }>`
    SELECT (SELECT id FROM journal_running) AS id FROM journal_pending
    WHERE table_name = ${table} AND row_id = ${rowId} LIMIT 1`.execute(db);
  if (running[0]) return running[0].id;
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM change_row AS r JOIN change_set AS c ON c.seq = r.change_seq
    WHERE r.table_name = ${table} AND r.row_id = ${rowId} ORDER BY r.id DESC LIMIT 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** The last version in which there was such a row: also of one that is gone. */
export async function newestStateOf(db: Db, table: keyof Database, rowId: string): Promise<string | null> {
  const row = await db
    .selectFrom('change_row as r')
    .innerJoin('change_set as c', 'c.seq', 'r.change_seq')
    .select('c.id')
    .where('r.table_name', '=', table)
    .where('r.row_id', '=', rowId)
    .where('r.after', 'is not', null)
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** When and by whom the row of that id was changed last, whatever table it is in. */
export async function newestChangeOf(
  db: Db,
  rowId: string,
): Promise<{ seq: number; at: string; actor: string } | null> {
  const row = await db
    .selectFrom('change_row')
    .innerJoin('change_set', 'change_set.seq', 'change_row.change_seq')
    .select(['change_set.seq', 'change_set.at', 'change_set.actor'])
    .where('change_row.row_id', '=', rowId)
    .orderBy('change_row.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The number of the change set with that id in this store; 0 of one that it does not know. */
export async function seqOf(db: Db, id: string): Promise<number> {
  const known = await db.selectFrom('change_set').select('seq').where('id', '=', id).executeTakeFirst();
  return known?.seq ?? 0;
}

/** Whether the clock stood later before that change set than when it was made. */
export async function ranBack(db: Db, { seq, at }: { seq: number; at: string }): Promise<boolean> {
  const later = db
    .selectFrom('change_set')
    .select('seq')
    .where('seq', '<', seq)
    .where('at', '>', at)
    .limit(1);
  return (await later.executeTakeFirst()) !== undefined;
}

/**
 * When the row came into the journal, as a number to order by: ids and instants follow a clock that may be put back. What
 * the running change set brings is last.
 */
export function cameAs(table: keyof Database) {
  return sql<number>`coalesce((SELECT min(id) FROM change_row WHERE table_name = ${table}
    AND row_id = ${sql.ref(`${table}.id`)}), ${Number.MAX_SAFE_INTEGER})`;
}

/** Rows of a table: one, the parts of a record, or all. */
export type RowsAsked = { table: string; row?: string; under?: string };

/**
 * The newest change of any of these rows that came after the change set with that id; after one that this store does not
 * know, any. What the running change set does is not looked at.
 */
export async function newestChangeAfter(
  db: Db,
  asked: readonly RowsAsked[],
  id: string,
): Promise<{ seq: number; at: string; actor: string } | null> {
  const base = await seqOf(db, id);
  let newest = base;
  for (const rows of asked) newest = Math.max(newest, await newestSeqOf(db, rows));
  if (newest === base) return null;
  return db
    .selectFrom('change_set')
    .select(['seq', 'at', 'actor'])
    .where('seq', '=', newest)
    .executeTakeFirstOrThrow();
}

/** 0: nothing ever happened to them. */
async function newestSeqOf(db: Db, { table, row, under }: RowsAsked): Promise<number> {
  const last = sql`ORDER BY id DESC LIMIT 1`;
  const changed = sql`SELECT change_seq AS seq FROM change_row WHERE table_name = ${table}`;
  const query =
    row !== undefined
      ? sql<{ seq: number }>`${changed} AND row_id = ${row} ${last}`
      : under !== undefined
        ? sql<{ seq: number }>`${changed} AND owner_id = ${under} ${last}`
        : sql<{ seq: number }>`${changed} ORDER BY change_seq DESC LIMIT 1`;
  return (await query.execute(db)).rows[0]?.seq ?? 0;
}

/** Number and seal of the newest change set; null before the first. */
export function newestSeal(raw: Sqlite): { seq: number; head: string } | null {
  const row = raw.prepare('SELECT seq, hash AS head FROM change_set ORDER BY seq DESC LIMIT 1').get();
  return (row as { seq: number; head: string } | undefined) ?? null;
}

export function sealOf(raw: Sqlite, seq: number): string | undefined {
  return raw.prepare('SELECT hash FROM change_set WHERE seq = ?').pluck().get(seq) as string | undefined;
}
