import type { Database as Sqlite } from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { conferencePassages, conferencesTouched } from '#main/features/conferences/index.ts';
import { changedOwners, tablesUnder } from '#main/records/owners.ts';
import { foundTables, type Passage, recordPassages } from '#main/records/passages.ts';
import { isDamage } from '#shared/stored.ts';

/** A record that brings passages: what of it has changed is read again as a whole. */
export type Source = { table: string; id: string };

type Db = Kysely<Database>;

/** Where the fields of a record do not say all that it is found by. */
type OwnWay = {
  passages: (db: Db, id: string) => Promise<Passage[]>;
  /** The records that change sets later than `seq` of other records have touched. */
  touched: (raw: Sqlite, seq: number) => string[];
};
const ownWays: Readonly<Record<string, OwnWay>> = {
  conference: { passages: conferencePassages, touched: conferencesTouched },
};

export async function allSources(db: Db): Promise<Source[]> {
  const sources: Source[] = [];
  for (const table of foundTables) {
    const { rows } = await sql<{ id: string }>`SELECT id FROM ${sql.table(table)}`.execute(db);
    sources.push(...rows.map(({ id }) => ({ table, id })));
  }
  return sources;
}

/** Empty when the record is gone. One of which something is damaged is found by the rest of it. */
export async function passagesOf(db: Db, { table, id }: Source): Promise<Passage[]> {
  try {
    const own = await ownWays[table]?.passages(db, id);
    if (own) return own;
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  return recordPassages(db, table, id);
}

const tables = tablesUnder(({ found }) => found !== null);

/** The records that change sets later than `seq` have touched, by their own rows, their parts, or what they follow. */
export function changedSources(raw: Sqlite, seq: number): Source[] {
  const all = [
    ...changedOwners(raw, seq, tables),
    ...Object.entries(ownWays).flatMap(([table, way]) => way.touched(raw, seq).map((id) => ({ table, id }))),
  ];
  const byName = new Map(all.map((source) => [`${source.table} ${source.id}`, source]));
  return [...byName.values()];
}
