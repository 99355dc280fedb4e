import { createHash } from 'node:crypto';
import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import { hasForms, wholeTexts } from './reader.ts';
import { pendingChanges, writeChange } from './seal.ts';

/** Who did what nobody did: a migration, a job. Nobody's Ctrl+Z is about it. */
export const programId = 'program';

export type ChangeSetHead = {
  /** UUIDv7: its name wherever it is referred to, also in another store. */
  id: string;
  /** The installation that made it. */
  origin: string;
  at: string;
  actor: string;
  command: string;
  kind: 'do' | 'undo' | 'redo';
  target: number | null;
  final: boolean;
};

/** As it is stored: sets of form 1 have neither origin nor schema, and in stores before version 11 no id. */
export type StoredHead = Omit<ChangeSetHead, 'id' | 'origin' | 'final'> & {
  seq: number;
  id?: string;
  origin?: string | null;
  form?: number;
  schema?: number | null;
  final: number;
  prev_hash: string;
  hash: string;
};

/** Of what a migration changed. */
export const migrationHead = {
  actor: programId,
  command: 'migrate',
  kind: 'do',
  target: null,
  final: true,
} as const;

/** Begins a change set: what is changed from now on is its own. @throws Error when something was changed outside of one */
export function openChangeSet(raw: Sqlite, id: string): void {
  const begun = preparedOnce(
    raw,
    'UPDATE journal_running SET id = ? WHERE NOT EXISTS (SELECT 1 FROM journal_pending)',
  ).run(id);
  if (begun.changes === 0) throw new Error('records were changed outside of a command');
}

/**
 * Seals what was changed in this transaction: each row as what changed of it, the hash over all. A command that touched
 * nothing leaves nothing.
 * @returns the number of the change set, or null when nothing was touched
 */
export function closeChangeSet(raw: Sqlite, head: ChangeSetHead): number | null {
  const changes = pendingChanges(raw);
  // An update that changed nothing opened one as well.
  preparedOnce(raw, 'DELETE FROM change_open').run();
  if (changes.length === 0) return null;
  const newest = preparedOnce(raw, 'SELECT seq, hash FROM change_set ORDER BY seq DESC LIMIT 1').get();
  const { seq: before, hash: prev } = (newest as Sealed | undefined) ?? { seq: 0, hash: '' };
  const seq = before + 1;
  const schema = preparedOnce(raw, 'PRAGMA user_version').pluck().get() as number;
  const hash = hashOf(startV2(storeId(raw), seq, prev, schema, head));
  const last = new Map(changes.map((change, place) => [`${change.table} ${change.rowId}`, place]));
  for (const [place, change] of changes.entries()) {
    const stored = writeChange(raw, seq, change, last.get(`${change.table} ${change.rowId}`) === place);
    hash.add(stored.table);
    hash.add(stored.rowId);
    hash.add(stored.before);
    hash.add(stored.after);
  }
  preparedOnce(raw, 'DELETE FROM journal_pending').run();
  const { id, origin, at, actor, command, kind, target, final } = head;
  preparedOnce(
    raw,
    `INSERT INTO change_set (seq, at, actor, command, kind, target, final, prev_hash, hash, form, id, origin, schema)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 2, ?, ?, ?)`,
  ).run(seq, at, actor, command, kind, target, final ? 1 : 0, prev, hash.end(), id, origin, schema);
  noteOrigin(raw, origin, id);
  return seq;
}

function noteOrigin(raw: Sqlite, origin: string, since: string): void {
  const isKnown = preparedOnce(raw, 'SELECT 1 FROM origin WHERE id = ?').get(origin);
  if (!isKnown) preparedOnce(raw, 'INSERT INTO origin (id, since) VALUES (?, ?)').run(origin, since);
}

/**
 * SHA-256 over head and rows of a change set and the hash before it. Each part goes in with its length, so that no two
 * contents share one input; the store's id keeps a chain from being moved elsewhere.
 *
 * Form v1 is of whole rows: one that was packed since is unpacked for it. Form v2 is of what changed, with digests for long
 * texts, so that it does not depend on how those are kept.
 * @returns null when the change set has no rows
 */
export function changeHash(raw: Sqlite, store: string, prev: string, head: StoredHead): string | null {
  const { seq, at, actor, command, kind, target } = head;
  const final = head.final === 1;
  const isFirstForm = (head.form ?? 1) === 1;
  const hash = hashOf(
    isFirstForm
      ? ['v1', store, seq, prev, at, actor, command, kind, target, final]
      : startV2(store, seq, prev, head.schema ?? 0, {
          id: head.id ?? '',
          origin: head.origin ?? '',
          at,
          actor,
          command,
          kind,
          target,
          final,
        }),
  );
  let isTouched = false;
  const rows = isFirstForm && hasForms(raw) ? wholeTexts(raw, seq) : storedTexts(raw, seq);
  for (const row of rows) {
    isTouched = true;
    row.forEach(hash.add);
  }
  return isTouched ? hash.end() : null;
}

/** Read as bytes: turning them into text and back would double the price. */
function storedTexts(raw: Sqlite, seq: number): Iterable<(string | Buffer | null)[]> {
  const rows = preparedOnce(
    raw,
    `SELECT table_name, row_id, CAST(before AS BLOB), CAST(after AS BLOB)
     FROM change_row WHERE change_seq = ? ORDER BY id`,
  ).raw();
  return rows.all(seq) as (string | Buffer | null)[][];
}

function startV2(store: string, seq: number, prev: string, schema: number, head: ChangeSetHead): unknown[] {
  const { id, origin, at, actor, command, kind, target, final } = head;
  return ['v2', 2, store, seq, prev, id, origin, schema, at, actor, command, kind, target, final];
}

function hashOf(start: readonly unknown[]) {
  const hash = createHash('sha256');
  const add = (part: string | Buffer | null) => {
    if (part === null) hash.update('-;');
    else hash.update(`${Buffer.byteLength(part)};`).update(part);
  };
  add(JSON.stringify(start));
  return { add, end: () => hash.digest('hex') };
}

/** Whether the change sets after `seq`, and at least the last, are of this store and follow one another. */
export function newestChangesHold(raw: Sqlite, seq: number): boolean {
  const store = storeId(raw);
  const newest = raw.prepare('SELECT coalesce(max(seq), 0) FROM change_set').pluck().get() as number;
  let before = Math.max(0, Math.min(seq, newest - 1));
  let prev = raw.prepare('SELECT hash FROM change_set WHERE seq = ?').pluck().get(before) ?? '';
  const heads = raw.prepare('SELECT * FROM change_set WHERE seq > ? ORDER BY seq').all(before);
  for (const head of heads as StoredHead[]) {
    const hash = changeHash(raw, store, head.prev_hash, head);
    if (head.seq !== before + 1 || head.prev_hash !== prev || head.hash !== hash) return false;
    before = head.seq;
    prev = head.hash;
  }
  return true;
}

export function storeId(raw: Sqlite): string {
  return preparedOnce(raw, `SELECT value FROM meta WHERE key = 'store_id'`).pluck().get() as string;
}

type Sealed = { seq: number; hash: string };
