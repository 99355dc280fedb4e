import type { Database as Sqlite } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { Image } from '#main/db/journal/image.ts';
import { changesOf, lastImagesOf } from '#main/db/journal/past-rows.ts';
import type { RowName } from '#main/db/journal/reader.ts';
import type { Reading } from '#main/db/open.ts';
import type { Database } from '#main/db/schema.ts';
import { tablesOf } from '#main/records/owners.ts';
import { accountKeeper } from '#shared/features/journal/account.ts';
import type { ChangeSet, RecordChange, RowChange } from '#shared/features/journal/contract.ts';
import { isTold } from '#shared/features/journal/field-changes.ts';

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

/** Those with these numbers, oldest first. */
export async function changeSetsOf(db: Db, seqs: readonly number[]): Promise<ChangeSet[]> {
  const rows = await changeSets(db).where('c.seq', 'in', seqs).orderBy('c.seq').execute();
  return rows.map(toChangeSet);
}

/** The record's own rows and those that belong to it (its agenda, its attendance, its attachments), oldest first. */
export async function recordHistory({ db, raw }: Reading, id: string): Promise<RecordChange[]> {
  const rows = changesOf(raw, rowsOf(raw, id));
  if (rows.length === 0) return [];
  const bySet = Map.groupBy(
    rows.sort((a, b) => a.id - b.id),
    ({ seq }) => seq,
  );
  const sets = await changeSetsOf(db, [...bySet.keys()]);
  const accountOf = accountKeeper();
  return sets.map((set) => ({
    ...set,
    rows: (bySet.get(set.seq) ?? []).map(({ table, rowId, before, after }) => ({
      table,
      rowId,
      isGone: after === null,
      fields: fieldChanges(table, before ?? {}, after ?? {}, accountOf),
    })),
  }));
}

/** The record itself and what is or was a part of it. */
function rowsOf(raw: Sqlite, id: string): RowName[] {
  // By table and row there is an index; by row alone there is none.
  const own = raw
    .prepare(
      `SELECT DISTINCT table_name AS "table", row_id AS rowId, owner_id AS ownerId FROM change_row
       WHERE row_id = @id AND table_name IN (SELECT name FROM sqlite_schema WHERE type = 'table')`,
    )
    .all({ id }) as (RowName & { ownerId: string | null })[];
  const parts = [...new Set(own.flatMap(({ table }) => tablesOf(table)))];
  if (parts.length === 0) return own;
  // A part of a part belongs to the same record in the end as what it is a part of.
  const top = own[0]?.ownerId ?? id;
  const owned = raw
    .prepare(
      `SELECT DISTINCT table_name AS "table", row_id AS rowId FROM change_row
       WHERE owner_id = ? AND table_name IN (${parts.map(() => '?').join(', ')})`,
    )
    .all(top, ...parts) as RowName[];
  if (top === id) return [...own, ...owned];
  const images = lastImagesOf(raw, owned);
  return [...own, ...owned.filter(({ rowId }) => Object.values(images.get(rowId) ?? {}).includes(id))];
}

function fieldChanges(
  table: string,
  before: Image,
  after: Image,
  accountOf: ReturnType<typeof accountKeeper>,
): RowChange['fields'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => before[field] !== after[field] && isTold(table, field))
    .map((field) => {
      const [old, young] = [before[field] ?? null, after[field] ?? null];
      const account = accountOf(old, young);
      return account ? { field, before: null, after: null, account } : { field, before: old, after: young };
    });
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
