import { isDeepStrictEqual } from 'node:util';
import type { Database as Sqlite } from 'better-sqlite3';
import fc from 'fast-check';
import { expect } from 'vitest';
import { rollBack } from '#main/db/journal/roll-back.ts';
import { columnsOf, recordTables } from '#main/db/journal/triggers.ts';
import { verifyStore } from '#main/db/journal/verify.ts';
import { perform, prepare, type Step, step } from './random-commands.ts';
import { copiesOf, type TestApp } from './test-app.ts';
import { describeFormerly, type Trial } from './trial-migrations.ts';
import { carried, command, memoryCopy, migrateTrial, newestSeq, type Rows, rowsOf } from './trial-store.ts';

/*
 * Random commands, a migration, more commands; what undo, redo and "as it was on" make of it is held against what was seen
 * on the way. What was seen before a migration is carried over by the migration's own SQL.
 */

/** One change of a row of the trial's tables. */
type RowAct = Readonly<{ act: 'insert' | 'update' | 'delete'; pick: number; text: string; number: number }>;
/** A command of the program, changes of the trial's rows, or Ctrl+Z. */
type Act = { step: Step } | { rows: readonly RowAct[] } | 'undo';
export type Plan = { acts: readonly (readonly Act[])[]; picks: readonly number[] };

const rowAct: fc.Arbitrary<RowAct> = fc.record({
  act: fc.constantFrom('insert', 'insert', 'update', 'update', 'update', 'delete'),
  pick: fc.nat({ max: 1000 }),
  text: fc.tuple(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom(1, 1, 200)).map(
    // Some are long, and most of those differ little from one another.
    ([text, times]) => `${text.toWellFormed()}ế${'các chi bộ '.repeat(times)}`,
  ),
  number: fc.integer({ min: -5, max: 500 }),
});
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ rows: fc.array(rowAct, { minLength: 1, maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ step }) },
  { weight: 1, arbitrary: fc.constant('undo' as const) },
);

/** Commands before the first migration, and after each. @param most of them at a time */
export function planOf({ next }: Trial, most: number): fc.Arbitrary<Plan> {
  return fc.record({
    acts: fc.array(fc.array(act, { minLength: 2, maxLength: most }), {
      minLength: next.length + 1,
      maxLength: next.length + 1,
    }),
    picks: fc.array(fc.nat({ max: 1000 }), { minLength: 3, maxLength: 3 }),
  });
}

/** By hand: rows of each kind, touched in each column before and after, also only before, also only one half of them. */
export function plainPlan({ next }: Trial): Plan {
  let count = 0;
  const rows = (act: RowAct['act'], pick: number, number: number): Act => {
    count += 1;
    return { rows: [{ act, pick, number, text: `${'các chi bộ '.repeat(count % 3 ? 1 : 90)}${count}` }] };
  };
  const insert = (pick: number, number: number) => rows('insert', pick, number);
  const update = (pick: number, number: number) => rows('update', pick, number);
  // Of two tables an even pick is of the first one, an odd one of the second.
  const before = [
    ...[insert(0, 50), insert(0, 150), insert(1, 301), insert(0, 400), insert(1, 7), insert(0, 500)],
    ...[update(0, 2), update(0, 50), update(2, 400), update(1, 0), update(3, 1), rows('delete', 4, 0)],
  ];
  const after = [
    ...[insert(0, 250), update(1, 0), update(1, 300), update(3, 1), update(0, 0), update(2, 1), update(0, 2)],
    ...[
      update(2, 0),
      rows('delete', 1, 0),
      insert(1, 9),
      'undo' as const,
      update(4, 1),
      rows('delete', 0, 0),
    ],
  ];
  return { acts: [before, ...next.map(() => after)], picks: [3, 9, 12, 13, 16, 17, 21] };
}

const preparedApp = copiesOf(({ call }) => prepare(call));
function expectWhole(raw: Sqlite, when: string): void {
  expect(verifyStore(raw).faults, when).toEqual([]);
}

const trialTables = ['check_setting', 'usual_line', 'old_setting'];
let made = 0;

function actOnRow(raw: Sqlite, { act: what, pick, text, number }: RowAct): void {
  const tables = recordTables(raw).filter((name) => trialTables.includes(name));
  const table = tables[pick % tables.length] ?? '';
  const [, ...columns] = columnsOf(raw, table);
  const types = raw.prepare('SELECT name, type FROM pragma_table_info(?)').raw().all(table) as [
    string,
    string,
  ][];
  const valueFor = (column: string) => (new Map(types).get(column) === 'INTEGER' ? number : text);
  const ids = raw.prepare(`SELECT id FROM "${table}" ORDER BY id`).pluck().all() as string[];
  const id = ids[pick % Math.max(1, ids.length)];
  if (what === 'insert' || id === undefined) {
    made += 1;
    const values = columns.map(valueFor);
    raw
      .prepare(`INSERT INTO "${table}" VALUES (?${', ?'.repeat(values.length)})`)
      .run(`row-${String(made).padStart(6, '0')}`, ...values);
  } else if (what === 'delete') raw.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id);
  else {
    const column = columns[number % columns.length < 0 ? 0 : number % columns.length] ?? '';
    raw.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE id = ?`).run(valueFor(column), id);
  }
}

/** @returns how many change sets it left */
async function doAct(app: TestApp, next: Exclude<Act, 'undo'>): Promise<number> {
  if ('step' in next) return perform(app, next.step);
  const seq = await command(app, (raw) => {
    for (const row of next.rows) actOnRow(raw, row);
  });
  return seq === null ? 0 : 1;
}

/** A command that stands, and how the rows read today before and after it. */
type Done = { seq: number; before: Rows; after: Rows };
/** `seen`: the rows after each change set, as they read today. */
type Way = { app: TestApp; raw: Sqlite; seen: Map<number, Rows>; done: Done[] };

async function goThrough(way: Way, trial: Trial, { acts }: Plan): Promise<void> {
  const { app, raw, seen, done } = way;
  for (const [stage, stageActs] of acts.entries()) {
    const today = () => carried(raw, trial.next.slice(stage));
    let now = today();
    for (const next of stageActs) {
      const before = now;
      const isUndo = next === 'undo';
      if (isUndo) await undoLast(way, stage === trial.next.length);
      const isDone = !isUndo && (await doAct(app, next)) > 0;
      now = today();
      if (isDone) done.push({ seq: newestSeq(raw), before, after: now });
      seen.set(newestSeq(raw), now);
    }
    expectWhole(raw, `when ${stage} migrations have come`);
    if (stage === trial.next.length) continue;
    migrateTrial(raw, trial, stage + 1);
    expectWhole(raw, `with migration ${stage + 1}`);
    seen.set(newestSeq(raw), carried(raw, trial.next.slice(stage + 1)));
  }
}

/** What changed nothing but a column that is gone by now is refused, and stays. @returns whether it was undone */
async function isUndone({ app }: Way, { seq, before, after }: Done, isNewest: boolean): Promise<boolean> {
  try {
    expect(await app.call.journal.undo(isNewest ? {} : { seq })).toMatchObject({ seq });
    return true;
  } catch (error) {
    if (!isDeepStrictEqual(before, after)) throw error;
    expect(error).toMatchObject({ code: 'CONFLICT', detail: { reason: 'olderForm' } });
    return false;
  }
}

async function undoLast(way: Way, haveAllCome: boolean): Promise<void> {
  const last = way.done.at(-1);
  if (!last) return;
  if (haveAllCome ? await isUndone(way, last, true) : await way.app.call.journal.undo({})) way.done.pop();
}

async function undoAll(way: Way): Promise<Done[]> {
  const all: Done[] = [];
  for (const one of way.done.toReversed()) {
    const isNewest = all.length === way.done.length - 1 - way.done.indexOf(one);
    if (await isUndone(way, one, isNewest)) all.unshift(one);
    expect(rowsOf(way.raw), `undone ${one.seq}`).toEqual(one.before);
  }
  expectWhole(way.raw, 'undone');
  return all;
}

async function expectPast({ raw, seen }: Way, picks: readonly number[]): Promise<void> {
  const seqs = [...seen.keys()];
  for (const pick of picks) {
    const seq = seqs[pick % seqs.length] ?? 1;
    const copy = memoryCopy(raw);
    await rollBack(copy, seq, () => undefined);
    expect(rowsOf(copy), `as of ${seq}`).toEqual(seen.get(seq));
    expectWhole(copy, `as of ${seq}`);
    expect(newestSeq(copy)).toBe(seq);
    copy.close();
  }
}

/** All of it, for one trial and one plan. */
export async function crossMigration(trial: Trial, plan: Plan): Promise<void> {
  const app = await preparedApp();
  const forget = describeFormerly(trial);
  try {
    const { raw } = app.store();
    migrateTrial(raw, trial, 0);
    const way: Way = { app, raw, seen: new Map([[newestSeq(raw), carried(raw, trial.next)]]), done: [] };
    await goThrough(way, trial, plan);
    const end = rowsOf(raw);
    await expectPast(way, plan.picks);
    for (const { seq, after } of await undoAll(way)) {
      expect(await app.call.journal.redo({})).toMatchObject({ seq });
      expect(rowsOf(raw), `done again ${seq}`).toEqual(after);
    }
    expect(rowsOf(raw)).toEqual(end);
    expectWhole(raw, 'done again');
    await expectPast(way, plan.picks.slice(-2));
  } finally {
    forget();
    await app.close();
  }
  expect(app.logged).toEqual([]);
}
