import { createHash } from 'node:crypto';
import type { Database as Sqlite, Statement } from 'better-sqlite3';

/** Who did what nobody did: a migration, a job. Nobody's Ctrl+Z is about it. */
export const programId = 'program';

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
  const { newest, insert } = statements(raw);
  const { seq: before, hash: prev } = (newest.get() as Sealed | undefined) ?? { seq: 0, hash: '' };
  const seq = before + 1;
  const hash = changeHash(raw, storeId(raw), seq, prev, head);
  if (hash === null) return null;
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
 * @returns null when the change set has no rows
 */
export function changeHash(
  raw: Sqlite,
  store: string,
  seq: number,
  prev: string,
  head: ChangeSetHead,
): string | null {
  const { at, actor, command, kind, target, final } = head;
  const hash = createHash('sha256');
  const add = (part: string | Buffer | null) => {
    if (part === null) hash.update('-;');
    else hash.update(`${Buffer.byteLength(part)};`).update(part);
  };
  add(JSON.stringify(['v1', store, seq, prev, at, actor, command, kind, target, final]));
  const rows = statements(raw).bytes.iterate(seq) as Iterable<[string, string, Buffer | null, Buffer | null]>;
  let isTouched = false;
  for (const row of rows) {
    isTouched = true;
    row.forEach(add);
  }
  return isTouched ? hash.digest('hex') : null;
}

/** Whether the change sets after `seq`, and at least the last, are of this store and follow one another. */
export function newestChangesHold(raw: Sqlite, seq: number): boolean {
  const store = storeId(raw);
  let before = Math.max(0, Math.min(seq, nextSeq(raw) - 2));
  let prev = raw.prepare('SELECT hash FROM change_set WHERE seq = ?').pluck().get(before) ?? '';
  const heads = raw.prepare('SELECT * FROM change_set WHERE seq > ? ORDER BY seq').iterate(before);
  for (const head of heads as Iterable<StoredHead>) {
    const hash = changeHash(raw, store, head.seq, head.prev_hash, { ...head, final: head.final === 1 });
    if (head.seq !== before + 1 || head.prev_hash !== prev || head.hash !== hash) return false;
    before = head.seq;
    prev = head.hash;
  }
  return true;
}

export function storeId(raw: Sqlite): string {
  return statements(raw).storeId.get() as string;
}

type Sealed = { seq: number; hash: string };
type StoredHead = Omit<ChangeSetHead, 'final'> & Sealed & { final: number; prev_hash: string };

type Statements = Record<'nextSeq' | 'newest' | 'insert' | 'bytes' | 'storeId', Statement<unknown[]>>;

/** Prepared once for each connection: every save passes here. */
const prepared = new WeakMap<Sqlite, Statements>();

function statements(raw: Sqlite): Statements {
  const known = prepared.get(raw);
  if (known) return known;
  const made: Statements = {
    nextSeq: raw.prepare('SELECT coalesce(max(seq), 0) + 1 FROM change_set').pluck(),
    newest: raw.prepare('SELECT seq, hash FROM change_set ORDER BY seq DESC LIMIT 1'),
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
