import { type Kysely, type Selectable, sql } from 'kysely';
import type { Image } from '#main/db/row-image.ts';
import type { Database } from '#main/db/schema.ts';
import { tablesOf } from '#main/records/owners.ts';
import { accountKeeper } from '#shared/features/journal/account.ts';
import type { ChangeSet, RecordChange, RowChange } from '#shared/features/journal/contract.ts';
import { isTold } from '#shared/features/journal/field-changes.ts';

type Db = Kysely<Database>;
type StoredRow = Selectable<Database['change_row']>;
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
export async function recordHistory(db: Db, id: string): Promise<RecordChange[]> {
  const rows = await changeRows(db, id);
  if (rows.length === 0) return [];
  const bySet = Map.groupBy(rows, ({ change_seq }) => change_seq);
  const sets = await changeSetsOf(db, [...bySet.keys()]);
  const readImage = imageKeeper();
  const accountOf = accountKeeper();
  return sets.map((set) => ({
    ...set,
    rows: (bySet.get(set.seq) ?? []).map((row) => ({
      table: row.table_name,
      rowId: row.row_id,
      isGone: row.after === null,
      fields: fieldChanges(row.table_name, readImage(row.before), readImage(row.after), accountOf),
    })),
  }));
}

/** Sorted here: SQLite would carry every image through a sorter. */
async function changeRows(db: Db, id: string): Promise<StoredRow[]> {
  // By table and row there is an index; by row alone there is none.
  const all = await sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'table'`.execute(db);
  const own = await db
    .selectFrom('change_row')
    .selectAll()
    .where(
      'table_name',
      'in',
      all.rows.map(({ name }) => name),
    )
    .where('row_id', '=', id)
    .execute();
  const parts = [...new Set(own.flatMap(({ table_name }) => tablesOf(table_name)))];
  const owned =
    parts.length === 0
      ? []
      : await db
          .selectFrom('change_row')
          .selectAll()
          .where('table_name', 'in', parts)
          .where(sql<boolean>`instr(coalesce(after, before), ${`"${id}"`}) > 0`)
          .execute();
  return [...own, ...owned].sort((a, b) => a.id - b.id);
}

function imageOf(text: string | null): Image {
  return text === null ? {} : (JSON.parse(text) as Image);
}

/** The image that one change left is the one that the next change of the row found: it is read once. */
function imageKeeper(): (text: string | null) => Image {
  let last: { text: string | null; image: Image } = { text: null, image: {} };
  return (text) => {
    if (text !== last.text) last = { text, image: imageOf(text) };
    return last.image;
  };
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
