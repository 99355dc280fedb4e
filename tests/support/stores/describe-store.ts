import type { Database as Sqlite } from 'better-sqlite3';
import type { StoreFixture } from './fixture.ts';

type Head = {
  seq: number;
  command: string;
  actor: string;
  kind: string;
  target: number | null;
  final: 0 | 1;
};

/** The commands that are not undone, newest first, down to the first one that is final. */
export function undoableIn(raw: Sqlite): StoreFixture['undoable'] {
  const heads = raw
    .prepare('SELECT seq, command, actor, kind, target, final FROM change_set ORDER BY seq DESC')
    .all() as Head[];
  const done = heads.filter(({ kind, seq }) => kind === 'do' && !isUndone(heads, seq));
  const end = done.findIndex(({ final }) => final === 1);
  return done
    .slice(0, end === -1 ? done.length : end)
    .map(({ seq, command, actor }) => ({ seq, command, actor }));
}

function isUndone(newestFirst: readonly Head[], seq: number): boolean {
  return newestFirst.find(({ target }) => target === seq)?.kind === 'undo';
}

/** Rows of each table, of records and of what is none. */
export function countsIn(raw: Sqlite): Record<string, number> {
  const tables = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((table) => [table, raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number]),
  );
}
