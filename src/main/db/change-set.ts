import { createHash } from 'node:crypto';
import type { Database as Sqlite } from 'better-sqlite3';

export type ChangeSetHead = {
  at: string;
  actor: string;
  command: string;
  kind: 'do' | 'undo' | 'redo';
  target: number | null;
  final: boolean;
};

export type StoredRow = { table_name: string; row_id: string; before: string | null; after: string | null };

/** From here on, and until `closeChangeSet`, the triggers write into this change set. Inside the command's transaction. */
export function openChangeSet(raw: Sqlite): number {
  const seq = (raw.prepare('SELECT coalesce(max(seq), 0) + 1 FROM change_set').pluck().get() as number) ?? 1;
  raw.prepare('UPDATE journal_state SET open_seq = ?').run(seq);
  return seq;
}

/**
 * Seals what the triggers wrote. A command that touched nothing leaves nothing.
 * @returns the number of the change set, or null when nothing was touched
 */
export function closeChangeSet(raw: Sqlite, head: ChangeSetHead): number | null {
  const seq = raw.prepare('SELECT open_seq FROM journal_state').pluck().get() as number;
  const rows = changeRows(raw, seq);
  if (rows.length > 0) {
    const prev =
      (raw
        .prepare('SELECT hash FROM change_set WHERE seq = ?')
        .pluck()
        .get(seq - 1) as string) ?? '';
    raw
      .prepare(
        `INSERT INTO change_set (seq, at, actor, command, kind, target, final, prev_hash, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        seq,
        head.at,
        head.actor,
        head.command,
        head.kind,
        head.target,
        head.final ? 1 : 0,
        prev,
        changeHash(storeId(raw), seq, prev, head, rows),
      );
  }
  raw.prepare('UPDATE journal_state SET open_seq = NULL').run();
  return rows.length > 0 ? seq : null;
}

export function changeRows(raw: Sqlite, seq: number): StoredRow[] {
  return raw
    .prepare('SELECT table_name, row_id, before, after FROM change_row WHERE change_seq = ? ORDER BY id')
    .all(seq) as StoredRow[];
}

/** SHA-256 over a JSON array: no two contents share one text. The store's id keeps a chain from being moved elsewhere. */
export function changeHash(
  store: string,
  seq: number,
  prev: string,
  head: ChangeSetHead,
  rows: readonly StoredRow[],
): string {
  const { at, actor, command, kind, target, final } = head;
  const content = [
    'v1',
    store,
    seq,
    prev,
    at,
    actor,
    command,
    kind,
    target,
    final,
    rows.map((row) => [row.table_name, row.row_id, row.before, row.after]),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

export function storeId(raw: Sqlite): string {
  return raw.prepare(`SELECT value FROM meta WHERE key = 'store_id'`).pluck().get() as string;
}
