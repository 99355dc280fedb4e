import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';

/** Who did what and when, without what it changed. */
export type ChangeHead = {
  seq: number;
  id: string;
  at: string;
  actor: string;
  /** Null: not one of the users. */
  actorName: string | null;
  command: string;
  kind: 'do' | 'undo' | 'redo';
};

/** The change sets with these numbers, by number. */
export async function headsOf(
  db: Kysely<Database>,
  seqs: readonly number[],
): Promise<Map<number, ChangeHead>> {
  const rows = await db
    .selectFrom('change_set as c')
    .leftJoin('user as u', 'u.id', 'c.actor')
    .select(['c.seq', 'c.id', 'c.at', 'c.actor', 'u.name as actorName', 'c.command', 'c.kind'])
    .where('c.seq', 'in', seqs)
    .execute();
  return new Map(
    rows.map(({ id, kind, ...head }) => [
      head.seq,
      { ...head, id: id ?? '', kind: kind === 'undo' || kind === 'redo' ? kind : 'do' },
    ]),
  );
}

/** The numbers of these change sets in this store, by id. */
export async function numbersOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.selectFrom('change_set').select(['id', 'seq']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, seq }) => [id ?? '', seq]));
}
