import type { Database as Sqlite } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

type Db = Kysely<Database>;

export async function newestChangeSet(db: Db): Promise<{ seq: number; at: string } | null> {
  const newest = db.selectFrom('change_set').select(['at', 'seq']).orderBy('seq', 'desc').limit(1);
  return (await newest.executeTakeFirst()) ?? null;
}

/** The change set that a row has its state from; 0 where the journal knows of no such row. */
export async function newestVersionOf(db: Db, table: keyof Database, rowId: string): Promise<number> {
  const row = await db
    .selectFrom('change_row')
    .select((select) => select.fn.max('change_seq').as('seq'))
    .where('table_name', '=', table)
    .where('row_id', '=', rowId)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** When and by whom the row of that id was changed last, whatever table it is in. */
export async function newestChangeOf(db: Db, rowId: string): Promise<{ at: string; actor: string } | null> {
  const row = await db
    .selectFrom('change_row')
    .innerJoin('change_set', 'change_set.seq', 'change_row.change_seq')
    .select(['change_set.at', 'change_set.actor'])
    .where('change_row.row_id', '=', rowId)
    .orderBy('change_row.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Number and seal of the newest change set; null before the first. */
export function newestSeal(raw: Sqlite): { seq: number; head: string } | null {
  const row = raw.prepare('SELECT seq, hash AS head FROM change_set ORDER BY seq DESC LIMIT 1').get();
  return (row as { seq: number; head: string } | undefined) ?? null;
}

export function sealOf(raw: Sqlite, seq: number): string | undefined {
  return raw.prepare('SELECT hash FROM change_set WHERE seq = ?').pluck().get(seq) as string | undefined;
}
