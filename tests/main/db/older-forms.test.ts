import { afterAll, expect, test } from 'vitest';
import { verifyStore } from '#main/db/journal/verify.ts';
import { refusal, removeTempFolders } from '../../support/test-app.ts';
import { schemaOf, type Trial } from '../../support/trial-migrations.ts';
import { rowsOf, trialStore } from '../../support/trial-store.ts';

afterAll(removeTempFolders);

/*
 * What earlier schemas wrote and has no place today is refused in words, and nothing of it is put back half.
 */
const setting = 'CREATE TABLE check_setting (id TEXT PRIMARY KEY, rule TEXT NOT NULL, reason TEXT) STRICT;';
const gone = 'CREATE TABLE old_setting (id TEXT PRIMARY KEY, reason TEXT) STRICT;';
const until = schemaOf.next;

type Case = Omit<Trial, 'name'> & {
  /** What was there before, and the command that cannot be taken back. */
  before: string;
  act: string;
};

const cases: Record<string, Case> = {
  'a table that is gone, without an heir': {
    old: setting + gone,
    next: ['DROP TABLE old_setting'],
    before: `INSERT INTO check_setting VALUES ('a', 'một', ''); INSERT INTO old_setting VALUES ('g', 'x')`,
    act: `UPDATE check_setting SET rule = 'hai'; DELETE FROM old_setting; INSERT INTO check_setting VALUES ('b', 'ba', '')`,
  },
  'a row that its record cannot read': {
    old: setting,
    next: [`DELETE FROM check_setting WHERE rule = 'bỏ'`],
    formerly: { check_setting: [{ until, read: (row) => (row.rule === 'bỏ' ? null : row) }] },
    before: `INSERT INTO check_setting VALUES ('a', 'một', ''), ('g', 'bỏ', 'x')`,
    act: `UPDATE check_setting SET rule = 'hai' WHERE id = 'a'; UPDATE check_setting SET reason = 'y' WHERE id = 'g'`,
  },
  'a value that is not allowed any more': {
    old: setting,
    next: [
      `CREATE TABLE new (id TEXT PRIMARY KEY, rule TEXT NOT NULL CHECK (rule <> 'cũ'), reason TEXT) STRICT;
       INSERT INTO new SELECT * FROM check_setting; DROP TABLE check_setting; ALTER TABLE new RENAME TO check_setting;`,
    ],
    before: `INSERT INTO check_setting VALUES ('a', 'một', ''), ('g', 'cũ', 'x')`,
    act: `UPDATE check_setting SET rule = 'hai' WHERE id = 'a'; DELETE FROM check_setting WHERE id = 'g'`,
  },
  'a value that must be there now': {
    old: setting,
    next: [
      `CREATE TABLE new (id TEXT PRIMARY KEY, rule TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
       INSERT INTO new SELECT * FROM check_setting; DROP TABLE check_setting; ALTER TABLE new RENAME TO check_setting;`,
    ],
    before: `INSERT INTO check_setting VALUES ('a', 'một', NULL)`,
    act: `UPDATE check_setting SET reason = 'x'; INSERT INTO check_setting VALUES ('b', 'ba', '')`,
  },
  'a column that holds numbers now': {
    old: setting,
    next: [
      `CREATE TABLE new (id TEXT PRIMARY KEY, rule INTEGER NOT NULL, reason TEXT) STRICT;
       INSERT INTO new SELECT id, 1, reason FROM check_setting; DROP TABLE check_setting;
       ALTER TABLE new RENAME TO check_setting;`,
    ],
    before: `INSERT INTO check_setting VALUES ('a', 'một', '')`,
    act: `DELETE FROM check_setting`,
  },
};

test.each(Object.entries(cases))(
  '%s: undo refuses in words and leaves everything as it was',
  async (_, one) => {
    const { app, raw, command, next, close } = await trialStore(one);
    await command(one.before);
    const seq = (await command(one.act)) ?? 0;
    next();
    const before = { rows: rowsOf(raw), journal: raw.prepare('SELECT * FROM change_set').all() };
    expect(verifyStore(raw).faults).toEqual([]);
    for (const way of [{}, { seq }])
      expect(await refusal(app.call.journal.undo(way))).toEqual({
        code: 'CONFLICT',
        detail: { reason: 'olderForm' },
      });
    expect(app.logged).toEqual([]);
    expect({ rows: rowsOf(raw), journal: raw.prepare('SELECT * FROM change_set').all() }).toEqual(before);
    expect(verifyStore(raw).faults).toEqual([]);
    // What comes next is a command like any other, and can be taken back.
    await command(`INSERT INTO phrase VALUES ('p', 'p', 'Phụ lục')`);
    await app.call.journal.undo({});
    expect(rowsOf(raw)).toEqual(before.rows);
    expect(verifyStore(raw).faults).toEqual([]);
    await close();
  },
);

test('what was taken back before a table went is not done again', async () => {
  const { app, raw, command, next, close } = await trialStore({
    old: setting + gone,
    next: ['DROP TABLE old_setting'],
  });
  await command(`INSERT INTO old_setting VALUES ('g', 'x')`);
  await app.call.journal.undo({});
  next();
  const before = rowsOf(raw);
  expect(await refusal(app.call.journal.redo({}))).toEqual({
    code: 'CONFLICT',
    detail: { reason: 'olderForm' },
  });
  expect(rowsOf(raw)).toEqual(before);
  expect(verifyStore(raw).faults).toEqual([]);
  await close();
});
