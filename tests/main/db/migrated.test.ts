import type { Database as Sqlite } from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { parseShort } from '#main/db/journal/image.ts';
import { changesOf } from '#main/db/journal/past-rows.ts';
import { verifyStore } from '#main/db/journal/verify.ts';
import { removeTempFolders } from '../../support/test-app.ts';
import { describeFormerly, schemaOf, type Trial } from '../../support/trial-migrations.ts';
import {
  memoryCopy,
  migrateTrial,
  newestSeq,
  rowsOf,
  sealed,
  trialStore,
} from '../../support/trial-store.ts';

afterAll(removeTempFolders);

const long = 'các chi bộ tiếp tục thực hiện nhiệm vụ '.repeat(15);
const old = `CREATE TABLE check_setting (id TEXT PRIMARY KEY, rule TEXT NOT NULL, reason TEXT NOT NULL, weight INTEGER) STRICT;
  CREATE TABLE usual_line (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;`;
const thousand = `
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
  INSERT INTO check_setting SELECT printf('r%04d', i), 'một ' || i, '${long}' || i, i FROM n;
  INSERT INTO usual_line VALUES ('u', 'còn lại')`;
const rebuilt = `
  CREATE TABLE new (id TEXT PRIMARY KEY, weight INTEGER, reason TEXT NOT NULL, rule TEXT NOT NULL CHECK (rule <> '')) STRICT;
  INSERT INTO new SELECT id, weight, reason, rule FROM check_setting ORDER BY rule DESC;
  DROP TABLE check_setting;
  ALTER TABLE new RENAME TO check_setting;`;

type Written = { row_id: string; before: object | null; after: object | null };

/** Stores in memory, each a copy of one with these rows. */
async function copiesWith(sql: string): Promise<() => Sqlite> {
  const { raw, command, close } = await trialStore({ old, next: [] });
  await command(sql);
  const first = memoryCopy(raw);
  await close();
  return () => memoryCopy(first);
}

/** What a migration writes into the journal of a store with a thousand rows. */
async function journalledBy(sql: string, formerly: Trial['formerly'] = {}) {
  thousandRows ??= await copiesWith(thousand);
  const raw = thousandRows();
  const forget = describeFormerly({ formerly });
  const last = newestSeq(raw);
  migrateTrial(raw, { old, next: [sql] });
  const rows = raw
    .prepare('SELECT row_id, before, after FROM change_row WHERE change_seq > ? ORDER BY row_id')
    .all(last) as Record<'row_id' | 'before' | 'after', string>[];
  const sets = newestSeq(raw) - last;
  const { faults } = verifyStore(raw);
  forget();
  raw.close();
  const parsed = (text: string | null) => text && parseShort(text);
  const written = rows.map((row) => ({ ...row, before: parsed(row.before), after: parsed(row.after) }));
  return { sets, written: written as Written[], faults };
}
let thousandRows: (() => Sqlite) | undefined;

describe('a migration writes down', () => {
  test.each<[string, string, Trial['formerly']?]>([
    ['for a column with a default', `ALTER TABLE check_setting ADD COLUMN since TEXT NOT NULL DEFAULT 'xưa'`],
    ['for a column that may be empty', 'ALTER TABLE check_setting ADD COLUMN since TEXT'],
    ['for a column that is gone', 'ALTER TABLE check_setting DROP COLUMN weight'],
    ['for a table that is made anew with the same rows', rebuilt],
    ['for rows that are put as they are', 'UPDATE check_setting SET rule = rule, reason = reason'],
    [
      'for an index, a trigger and an empty table',
      'CREATE INDEX i ON check_setting (rule); CREATE TABLE extra (id TEXT PRIMARY KEY) STRICT',
    ],
    [
      'for a column that its record says the old name of',
      'ALTER TABLE check_setting RENAME COLUMN reason TO why',
      { check_setting: [{ until: schemaOf.next, read: ({ reason, ...row }) => ({ ...row, why: reason }) }] },
    ],
    [
      'for long texts that its record says the old meaning of',
      `UPDATE check_setting SET reason = 'Lý do: ' || reason`,
      {
        check_setting: [
          { until: schemaOf.next, read: (row) => ({ ...row, reason: `Lý do: ${row.reason}` }) },
        ],
      },
    ],
  ])('nothing %s', async (_, sql, formerly) => {
    expect(await journalledBy(sql, formerly)).toEqual({ sets: 0, written: [], faults: [] });
  });

  test.each([
    `UPDATE check_setting SET weight = weight + 5000, rule = rule WHERE weight IN (7, 70, 700)`,
    `update Check_Setting set Weight = WEIGHT + 5000 where id in ('r0007', 'r0070', 'r0700')`,
    `UPDATE "check_setting" SET weight = weight + 5000 WHERE weight IN (7, 70, 700); ${rebuilt}`,
    `UPDATE [check_setting] SET weight = weight + 5000 WHERE weight IN (7, 70, 700);
     ALTER TABLE check_setting ADD COLUMN since TEXT NOT NULL DEFAULT 'xưa'`,
  ])('three rows of a thousand, and of those what changed: %s', async (sql) => {
    const row = (row_id: string, was: number) => ({
      row_id,
      before: { weight: was },
      after: { weight: was + 5000 },
    });
    expect(await journalledBy(sql)).toEqual({
      sets: 1,
      written: [row('r0007', 7), row('r0070', 70), row('r0700', 700)],
      faults: [],
    });
  });

  test('rows that come, go, or are filled', async () => {
    const { sets, written, faults } = await journalledBy(`
      ALTER TABLE check_setting ADD COLUMN since TEXT NOT NULL DEFAULT 'xưa';
      UPDATE check_setting SET since = 'nay' WHERE weight = 5;
      DELETE FROM check_setting WHERE weight = 6;
      INSERT INTO check_setting VALUES ('mới', 'a', 'b', 1, 'xưa');`);
    expect({ sets, faults }).toEqual({ sets: 1, faults: [] });
    expect(written).toEqual([
      { row_id: 'mới', before: null, after: { id: 'mới', rule: 'a', reason: 'b', weight: 1, since: 'xưa' } },
      { row_id: 'r0005', before: {}, after: { since: 'nay' } },
      { row_id: 'r0006', before: expect.objectContaining({ weight: 6 }), after: null },
    ]);
  });

  test('rows of which a record cannot say what they are, as they were', async () => {
    const read = (row: object) => ('weight' in row && Number(row.weight) > 998 ? null : row);
    const { written, faults } = await journalledBy('DELETE FROM check_setting WHERE weight > 997', {
      check_setting: [{ until: schemaOf.next, read: (row) => read(row) as typeof row | null }],
    });
    expect(faults).toEqual([]);
    const weight = (of: number) => expect.objectContaining({ rule: `một ${of}`, weight: of });
    expect(written).toEqual([
      { row_id: 'r0998', before: weight(998), after: null },
      { row_id: 'r0999', before: weight(999), after: null },
      { row_id: 'r1000', before: weight(1000), after: null },
    ]);
  });
});

test('a row of which another one was made is read as its own', async () => {
  const { raw, command, next, close } = await trialStore({
    old: 'CREATE TABLE usual_line (id TEXT PRIMARY KEY, text TEXT NOT NULL, reason TEXT NOT NULL) STRICT;',
    next: [
      `CREATE TABLE check_setting (id TEXT PRIMARY KEY, reason TEXT NOT NULL) STRICT;
       INSERT INTO check_setting SELECT id, reason FROM usual_line;
       ALTER TABLE usual_line DROP COLUMN reason;`,
    ],
    formerly: {
      check_setting: [
        { until: schemaOf.next, table: 'usual_line', read: ({ id, reason }) => ({ id, reason }) },
      ],
    },
  });
  await command(`INSERT INTO usual_line VALUES ('a', 'một', 'vì')`);
  await command(`UPDATE usual_line SET text = 'hai'`);
  next();
  const [, second] = changesOf(raw, [{ table: 'usual_line', rowId: 'a' }]);
  expect(second).toMatchObject({ before: { id: 'a', text: 'một' }, after: { id: 'a', text: 'hai' } });
  expect(rowsOf(raw).check_setting).toEqual([{ id: 'a', reason: 'vì' }]);
  await close();
});

describe('what was changed behind the journal before a migration is told after it', () => {
  const locks = ['insert', 'update', 'delete']
    .map((act) => `DROP TRIGGER journalled_check_setting_${act};`)
    .join('');
  const before = `INSERT INTO check_setting VALUES ('a', 'một', '${long}', 1), ('b', 'hai', 'vì', 2), ('c', 'ba', 'vì', 3)`;
  const tampering = {
    'a value': `UPDATE check_setting SET rule = 'khác' WHERE id = 'b'`,
    'a long text': `UPDATE check_setting SET reason = replace(reason, 'chi bộ', 'chi ủy') WHERE id = 'a'`,
    'a row that went': `DELETE FROM check_setting WHERE id = 'b'`,
    'a row that came': `INSERT INTO check_setting VALUES ('x', 'lén', 'vì', 9)`,
    'a name': `UPDATE check_setting SET id = 'x' WHERE id = 'b'`,
    'two rows changed about': `UPDATE check_setting SET rule = CASE rule WHEN 'hai' THEN 'ba' ELSE 'hai' END WHERE id <> 'a'`,
  };
  const read = { until: schemaOf.next };
  const migrations: Record<string, [sql: string, formerly?: Trial['formerly']]> = {
    'adds a column': [`ALTER TABLE check_setting ADD COLUMN since TEXT NOT NULL DEFAULT 'xưa'`],
    'makes the table anew': [rebuilt],
    'changes that very column': [`UPDATE check_setting SET rule = rule || '!', reason = reason || '!'`],
    'changes another one': ['UPDATE check_setting SET weight = 7'],
    'does not touch it': ['CREATE TABLE extra (id TEXT PRIMARY KEY) STRICT'],
    'renames a column': [
      'ALTER TABLE check_setting RENAME COLUMN rule TO name',
      { check_setting: [{ ...read, read: ({ rule, ...row }) => ({ ...row, name: rule }) }] },
    ],
    'changes the meaning': [
      `UPDATE check_setting SET rule = rule || '!', reason = reason || '!'`,
      {
        check_setting: [
          { ...read, read: (row) => ({ ...row, rule: `${row.rule}!`, reason: `${row.reason}!` }) },
        ],
      },
    ],
    'renames the table': [
      'DROP TABLE usual_line; ALTER TABLE check_setting RENAME TO usual_line',
      { usual_line: [{ ...read, table: 'check_setting', read: (row) => row }] },
    ],
    'takes a part out': [
      `DROP TABLE usual_line;
       CREATE TABLE usual_line (id TEXT PRIMARY KEY, weight INTEGER NOT NULL) STRICT;
       INSERT INTO usual_line SELECT id, weight FROM check_setting;
       ALTER TABLE check_setting DROP COLUMN weight;`,
      { usual_line: [{ ...read, table: 'check_setting', read: ({ id, weight }) => ({ id, weight }) }] },
    ],
  };

  test.each(Object.keys(migrations))('by one that %s', async (name) => {
    const [sql, formerly = {}] = migrations[name] ?? [''];
    const forget = describeFormerly({ formerly });
    fewRows ??= await copiesWith(before);
    const found: Record<string, boolean> = {};
    for (const [what, how] of Object.entries({ nothing: '', ...tampering })) {
      const raw = fewRows();
      raw.exec(locks + how);
      migrateTrial(raw, { old, next: [sql] });
      // Whatever the clerk does next does not make it good either.
      sealed(raw, `INSERT INTO phrase VALUES ('p', 'p', 'Phụ lục')`);
      found[what] = verifyStore(raw).faults.length > 0;
      raw.close();
    }
    forget();
    const all = Object.keys(tampering).map((what) => [what, true]);
    expect(found).toEqual({ nothing: false, ...Object.fromEntries(all) });
  });
});
let fewRows: (() => Sqlite) | undefined;
