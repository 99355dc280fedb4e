import type { Database as Sqlite } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { changeRows, programId, type StoredRow } from './change-set.ts';
import { columnsOf } from './journal-triggers.ts';
import { withoutLocks } from './locks.ts';

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
 * @throws AppError FINAL, NOTHING_TO_UNDO; CONFLICT `rowChanged` when a row was changed again since
 */
export function undo(raw: Sqlite, step: (Step & { final: boolean }) | null, isTrial = false): Step {
  if (!step || isUndone(raw, step.seq)) throw new AppError('NOTHING_TO_UNDO');
  if (step.final) throw finalOf(step.command);
  const rows = changeRows(raw, step.seq)
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
  applyRows(raw, changeRows(raw, step.seq));
  return step;
}

/** The command with that number. */
export function namedStep(raw: Sqlite, seq: number): (Step & { final: boolean }) | null {
  const head = raw.prepare(`${heads} WHERE seq = ? AND kind = 'do'`).get(seq) as Head | undefined;
  return head
    ? { seq: head.seq, command: head.command, final: head.final === 1 || head.command === 'migrate' }
    : null;
}

type Image = Record<string, string | number | null>;

function applyRows(raw: Sqlite, rows: readonly StoredRow[]): void {
  // Rows come back one by one: references may dangle until the last of them is there.
  raw.pragma('defer_foreign_keys = ON');
  for (const { table_name: table, row_id: rowId, before, after } of rows) {
    const columns = new Set(columnsOf(raw, table));
    const expected = parseImage(before, columns);
    const wanted = parseImage(after, columns);
    const current = raw.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(rowId) as Image | undefined;
    if (!matches(current, expected)) throw new AppError('CONFLICT', { reason: 'rowChanged' });
    if (wanted === null) {
      raw.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(rowId);
    } else if (expected === null) {
      const names = Object.keys(wanted);
      const places = names.map((name) => `@${name}`).join(', ');
      raw
        .prepare(`INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${places})`)
        .run(wanted);
    } else {
      const sets = Object.keys(wanted).map((name) => `"${name}" = @${name}`);
      raw.prepare(`UPDATE "${table}" SET ${sets.join(', ')} WHERE id = @id`).run({ ...wanted, id: rowId });
    }
  }
}

/** An image of an older schema may name columns that are gone. */
function parseImage(text: string | null, columns: ReadonlySet<string>): Image | null {
  if (text === null) return null;
  const image = JSON.parse(text) as Image;
  return Object.fromEntries(Object.entries(image).filter(([name]) => columns.has(name)));
}

function matches(current: Image | undefined, expected: Image | null): boolean {
  if (expected === null) return current === undefined;
  if (current === undefined) return false;
  return Object.entries(expected).every(([name, value]) => current[name] === value);
}
