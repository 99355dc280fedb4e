import { createHash } from 'node:crypto';
import type { Database as Sqlite, Statement } from 'better-sqlite3';

export type ChangeSetHead = {
  at: string;
  actor: string;
  command: string;
  kind: 'do' | 'undo' | 'redo';
  target: number | null;
  final: boolean;
};

export type StoredRow = { table_name: string; row_id: string; before: string | null; after: string | null };

/** The number of the change set that the running command fills: the triggers count the same way. */
export function nextSeq(raw: Sqlite): number {
  return statements(raw).nextSeq.get() as number;
}

/**
 * Seals what the triggers wrote in this transaction. A command that touched nothing leaves nothing.
 * @returns the number of the change set, or null when nothing was touched
 */
export function closeChangeSet(raw: Sqlite, head: ChangeSetHead): number | null {
  const { hashOf, insert, isTouched, storeId: readStoreId } = statements(raw);
  const seq = nextSeq(raw);
  if (isTouched.get(seq) === undefined) return null;
  const prev = (hashOf.get(seq - 1) as string | undefined) ?? '';
  const hash = changeHash(raw, readStoreId.get() as string, seq, prev, head);
  const { at, actor, command, kind, target, final } = head;
  insert.run(seq, at, actor, command, kind, target, final ? 1 : 0, prev, hash);
  return seq;
}

export function changeRows(raw: Sqlite, seq: number): StoredRow[] {
  return raw
    .prepare('SELECT table_name, row_id, before, after FROM change_row WHERE change_seq = ? ORDER BY id')
    .all(seq) as StoredRow[];
}

/**
 * SHA-256 over head and rows of a change set and the hash before it. Each part goes in with its length, so that no two
 * contents share one input; the store's id keeps a chain from being moved elsewhere. Images are read as bytes: turning
 * them into text and back would double the price of a save.
 */
export function changeHash(
  raw: Sqlite,
  store: string,
  seq: number,
  prev: string,
  head: ChangeSetHead,
): string {
  const { at, actor, command, kind, target, final } = head;
  const hash = createHash('sha256');
  const add = (part: string | Buffer | null) => {
    if (part === null) hash.update('-;');
    else hash.update(`${Buffer.byteLength(part)};`).update(part);
  };
  add(JSON.stringify(['v1', store, seq, prev, at, actor, command, kind, target, final]));
  const rows = statements(raw).bytes.iterate(seq) as Iterable<[string, string, Buffer | null, Buffer | null]>;
  for (const row of rows) row.forEach(add);
  return hash.digest('hex');
}

export function storeId(raw: Sqlite): string {
  return statements(raw).storeId.get() as string;
}

type Statements = Record<
  'nextSeq' | 'isTouched' | 'hashOf' | 'insert' | 'bytes' | 'storeId',
  Statement<unknown[]>
>;

/** Prepared once for each connection: every save passes here. */
const prepared = new WeakMap<Sqlite, Statements>();

function statements(raw: Sqlite): Statements {
  const known = prepared.get(raw);
  if (known) return known;
  const made: Statements = {
    nextSeq: raw.prepare('SELECT coalesce(max(seq), 0) + 1 FROM change_set').pluck(),
    isTouched: raw.prepare('SELECT 1 FROM change_row WHERE change_seq = ? LIMIT 1').pluck(),
    hashOf: raw.prepare('SELECT hash FROM change_set WHERE seq = ?').pluck(),
    insert: raw.prepare(
      `INSERT INTO change_set (seq, at, actor, command, kind, target, final, prev_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    bytes: raw
      .prepare(
        `SELECT table_name, row_id, CAST(before AS BLOB), CAST(after AS BLOB)
         FROM change_row WHERE change_seq = ? ORDER BY id`,
      )
      .raw(),
    storeId: raw.prepare(`SELECT value FROM meta WHERE key = 'store_id'`).pluck(),
  };
  prepared.set(raw, made);
  return made;
}
