import type { Database as Sqlite } from 'better-sqlite3';
import { withoutLocks } from '#main/db/locks.ts';
import { AppError } from '#shared/errors.ts';
import { programId } from './change-set.ts';
import type { RowChange } from './fold.ts';
import type { Image } from './image.ts';
import { imageReader } from './old-images.ts';
import { changesOfSet } from './reader.ts';

export type Step = { seq: number; command: string };

type Head = {
  seq: number;
  command: string;
  kind: 'do' | 'undo' | 'redo';
  target: number | null;
  final: number;
};

const heads = 'SELECT seq, command, kind, target, final FROM change_set';

/** Whether the newest undo or redo of it was an undo. */
function isUndone(raw: Sqlite, seq: number): boolean {
  const last = raw
    .prepare('SELECT kind FROM change_set WHERE target = ? ORDER BY seq DESC LIMIT 1')
    .pluck()
    .get(seq);
  return last === 'undo';
}

/**
 * The newest command that is not undone, of that person or of anybody, but never of the program itself: what Ctrl+Z is
 * about. A final one is returned too, and refused when tried.
 */
export function nextUndo(raw: Sqlite, actor: string | null = null): (Step & { final: boolean }) | null {
  const head = raw
    .prepare(
      `${heads} AS c WHERE kind = 'do' AND actor <> '${programId}' AND actor = coalesce(?, actor) AND
       coalesce((SELECT kind FROM change_set WHERE target = c.seq ORDER BY seq DESC LIMIT 1), '') <> 'undo'
       ORDER BY seq DESC LIMIT 1`,
    )
    .get(actor) as Head | undefined;
  return head ? { seq: head.seq, command: head.command, final: head.final === 1 } : null;
}

/** What Ctrl+Y is about: the command that this person undid last, unless something new was done, or migrated, since. */
export function nextRedo(raw: Sqlite, actor: string | null = null): Step | null {
  const lastDone =
    (raw
      .prepare(
        `SELECT max(seq) FROM change_set WHERE kind = 'do' AND (actor <> '${programId}' OR command = 'migrate')`,
      )
      .pluck()
      .get() as number) ?? 0;
  const undone = raw
    .prepare(
      `${heads} AS c WHERE kind = 'undo' AND seq > ? AND actor = coalesce(?, actor) AND
       seq = (SELECT max(seq) FROM change_set WHERE target = c.target)
       ORDER BY seq DESC LIMIT 1`,
    )
    .get(lastDone, actor) as Head | undefined;
  if (!undone || undone.target === null) return null;
  const head = raw.prepare(`${heads} WHERE seq = ?`).get(undone.target) as Head;
  return { seq: head.seq, command: head.command };
}

/**
 * Puts every row that the command touched back as it was. Runs inside the change set of the undo, which the triggers
 * fill like any other.
 * @param isTrial its numbers were given to nobody: what was issued in it goes as well
 * @throws AppError FINAL, NOTHING_TO_UNDO; CONFLICT `rowChanged` when a row was changed again since, `olderForm` when an
 * earlier version of the program wrote what has no place any more
 */
export function undo(raw: Sqlite, step: (Step & { final: boolean }) | null, isTrial = false): Step {
  if (!step || isUndone(raw, step.seq)) throw new AppError('NOTHING_TO_UNDO');
  if (step.final) throw finalOf(step.command);
  const rows = changesOfSet(raw, step.seq)
    .reverse()
    .map((row) => ({ ...row, before: row.after, after: row.before }));
  const locks = isTrial ? ['document_issued_update', 'document_issued_delete'] : [];
  withoutLocks(raw, locks, () => applyRows(raw, rows));
  return { seq: step.seq, command: step.command };
}

/** What stands in its place for a number that should not have been given. */
function finalOf(command: string): AppError {
  return new AppError('FINAL', command === 'documents.issue' ? { reason: 'issued' } : {});
}

/** Does again what was undone last. @throws AppError NOTHING_TO_UNDO, CONFLICT */
export function redo(raw: Sqlite, step: Step | null): Step {
  if (!step) throw new AppError('NOTHING_TO_UNDO', { reason: 'redo' });
  applyRows(raw, changesOfSet(raw, step.seq));
  return step;
}

/** The command with that number. */
export function namedStep(raw: Sqlite, seq: number): (Step & { final: boolean }) | null {
  const head = raw.prepare(`${heads} WHERE seq = ? AND kind = 'do'`).get(seq) as Head | undefined;
  return head
    ? { seq: head.seq, command: head.command, final: head.final === 1 || head.command === 'migrate' }
    : null;
}

/** One row of today: as it must stand now, and as it is put. */
type Turn = { table: string; rowId: string; expected: Image | null; wanted: Image | null };

function applyRows(raw: Sqlite, changes: readonly RowChange[]): void {
  // Rows come back one by one: references may dangle until the last of them is there.
  raw.pragma('defer_foreign_keys = ON');
  let isTurned = false;
  for (const turn of turnsOf(raw, changes)) {
    const { table, rowId, expected } = turn;
    const current = raw.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(rowId) as Image | undefined;
    if (!matches(current, expected)) throw new AppError('CONFLICT', { reason: 'rowChanged' });
    try {
      isTurned = apply(raw, turn) || isTurned;
    } catch (error) {
      if (isOfOtherForm(error)) throw new AppError('CONFLICT', { reason: 'olderForm' });
      throw error;
    }
  }
  // All that it changed is in columns that are gone. Told, for it would be the next one to be undone for ever.
  if (!isTurned) throw new AppError('CONFLICT', { reason: 'olderForm' });
}

/** A row that was valid when it was written, and is not in the table of today. */
function isOfOtherForm(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code);
  return /^SQLITE_CONSTRAINT_(?:CHECK|NOTNULL|DATATYPE)$/u.test(code);
}

/** In the rows of today, whatever schema they were written under. @throws AppError CONFLICT `olderForm` */
function turnsOf(raw: Sqlite, changes: readonly RowChange[]): Turn[] {
  const reader = imageReader(raw);
  return changes.flatMap(({ id: entry, schema, table, rowId, before, after }) => {
    const todays = (image: Image | null) => {
      const rows = image ? reader.today({ table, rowId, image, entry, schema }) : [];
      if (rows === null) throw new AppError('CONFLICT', { reason: 'olderForm' });
      return rows;
    };
    const turns = new Map<string, Turn>();
    for (const row of todays(before))
      turns.set(`${row.table} ${row.rowId}`, { ...row, expected: row.image, wanted: null });
    for (const row of todays(after)) {
      const expected = turns.get(`${row.table} ${row.rowId}`)?.expected ?? null;
      turns.set(`${row.table} ${row.rowId}`, { ...row, expected, wanted: row.image });
    }
    return [...turns.values()];
  });
}

/** @returns whether there was anything to do */
function apply(raw: Sqlite, { table, rowId, expected, wanted }: Turn): boolean {
  if (wanted === null) {
    raw.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(rowId);
    return true;
  }
  const names = Object.keys(wanted);
  if (expected === null) {
    const columns = names.map((name) => `"${name}"`).join(', ');
    raw
      .prepare(`INSERT INTO "${table}" (${columns}) VALUES (${names.map((name) => `@${name}`).join(', ')})`)
      .run(wanted);
    return true;
  }
  const changed = names.filter((name) => wanted[name] !== expected[name]);
  if (changed.length === 0) return false;
  const sets = changed.map((name) => `"${name}" = @${name}`).join(', ');
  raw.prepare(`UPDATE "${table}" SET ${sets} WHERE id = @id`).run({ ...wanted, id: rowId });
  return true;
}

function matches(current: Image | undefined, expected: Image | null): boolean {
  if (expected === null) return current === undefined;
  if (current === undefined) return false;
  return Object.entries(expected).every(([name, value]) => current[name] === value);
}
