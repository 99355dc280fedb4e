import { type Kysely, sql } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { ChangeSet } from '#shared/features/journal/contract.ts';

type Db = Kysely<Database>;
type Row = {
  seq: number;
  at: string;
  actor: string;
  actorName: string | null;
  command: string;
  kind: string;
  target: number | null;
  final: number;
  last: string | null;
};

function changeSets(db: Db) {
  return db
    .selectFrom('change_set as c')
    .leftJoin('user as u', 'u.id', 'c.actor')
    .select(['u.name as actorName', 'c.seq', 'c.at', 'c.actor', 'c.command', 'c.kind', 'c.target', 'c.final'])
    .select((select) =>
      select
        .selectFrom('change_set as later')
        .select('later.kind')
        .whereRef('later.target', '=', 'c.seq')
        .orderBy('later.seq', 'desc')
        .limit(1)
        .as('last'),
    );
}

export async function recentChangeSets(db: Db, limit: number): Promise<ChangeSet[]> {
  const rows = await changeSets(db).orderBy('c.seq', 'desc').limit(limit).execute();
  return rows.map(toChangeSet);
}

type FieldChange = { field: string; before: unknown; after: unknown };
type RowChange = { table: string; rowId: string; fields: FieldChange[] };

/** The record's own rows and those that name it (its agenda, its attendance, its attachments), oldest first. */
export async function recordHistory(db: Db, id: string): Promise<(ChangeSet & { rows: RowChange[] })[]> {
  const mine = await db
    .selectFrom('change_row')
    .selectAll()
    .where((where) =>
      where.or([
        where('row_id', '=', id),
        sql<boolean>`coalesce(after, before) LIKE ${`%"${id}"%`} AND table_name IN ('attachment', 'attendance', 'agenda_item', 'position', 'indicator_plan', 'indicator_actual', 'document_step', 'opinion_sheet')`,
      ]),
    )
    .orderBy('id')
    .execute();
  const seqs = [...new Set(mine.map((row) => row.change_seq))];
  const sets = await changeSets(db).where('c.seq', 'in', seqs).orderBy('c.seq').execute();
  return sets.map((set) => ({
    ...toChangeSet(set),
    rows: mine
      .filter((row) => row.change_seq === set.seq)
      .map((row) => ({
        table: row.table_name,
        rowId: row.row_id,
        fields: fieldChanges(row.before, row.after),
      })),
  }));
}

function fieldChanges(before: string | null, after: string | null): FieldChange[] {
  const old = before === null ? {} : (JSON.parse(before) as Record<string, unknown>);
  const young = after === null ? {} : (JSON.parse(after) as Record<string, unknown>);
  return [...new Set([...Object.keys(old), ...Object.keys(young)])]
    .filter((field) => old[field] !== young[field])
    .map((field) => ({ field, before: old[field] ?? null, after: young[field] ?? null }));
}

function toChangeSet(row: Row): ChangeSet {
  return {
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    actorName: row.actorName,
    command: row.command,
    kind: row.kind as ChangeSet['kind'],
    target: row.target,
    final: row.final === 1,
    undone: row.last === 'undo',
  };
}
