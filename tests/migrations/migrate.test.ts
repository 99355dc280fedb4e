import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { closeChangeSet, openChangeSet } from '#main/db/journal/change-set.ts';
import { nextUndo, undo } from '#main/db/journal/undo.ts';
import { verifyStore } from '#main/db/journal/verify.ts';
import { loadMigrations, type Migration, migrate } from '#main/db/migrate.ts';
import { makeOldStore, sealOld } from '../support/first-journal.ts';
import { addMember, setUpOffice } from '../support/records.ts';
import { appRoot, createTestApp, removeTempFolders, type TestApp } from '../support/test-app.ts';

afterEach(removeTempFolders);

const released = loadMigrations(join(appRoot, 'migrations'));

const head = {
  id: '01900000-0000-7000-8000-0000000000aa',
  origin: '01900000-0000-7000-8000-0000000000bb',
  at: '2026-01-01T00:00:00.000Z',
};

/** As Ctrl+Z does. */
function undoNewest(raw: Sqlite.Database): void {
  raw.exec('BEGIN');
  const id = '01900000-0000-7000-8000-0000000000cc';
  openChangeSet(raw, id);
  const { seq: target } = undo(raw, nextUndo(raw));
  const told = { actor: 'x', command: 'journal.undo', kind: 'undo', target, final: false } as const;
  closeChangeSet(raw, { ...head, id, ...told });
  raw.exec('COMMIT');
}

/** Files that offices already have are never edited. Add a line with each that lands. */
const hashes: Record<string, string> = {
  '0001-initial.sql': '7937e818388042005cf21246a71eb8b18281131dfd99f5af0e8214a4e63fb431',
  '0002-hold-whole-meetings.sql': 'c8960ce31015ea5ba65d16c17f9ca216b73068718dbf8a499c400a6ab7dfc3b0',
  '0003-keep-attachments.sql': '28d0ae294690f7b8ed8c0f996f806b313964c0789a27c1392a5ccfb869fce4c7',
  '0004-issue-every-kind-of-document.sql': '4238d4f9977b8cd1bf1f5082873d711f3fbae9d65b6fdbf46b5cd2c08859c492',
  '0005-switch-checks-off.sql': 'd3de27359a1968029449e0b64abc7bef08477cd1c45e2adb67c583bca885fa5f',
  '0006-know-the-people.sql': 'b72447b9bc19c7a8e04e676cb29dc6234d88b7224d7e9b0abed1363eee8b8a6d',
  '0007-the-way-of-a-document.sql': 'e2022fa46dd4bcdd7ebf446fa116cbc1e8588991c4437331e9db6b329b101127',
  '0008-ask-for-opinions-in-writing.sql': '91ad7a057a1832af4ce7b93d0a486023d1aeb4bea6d16d10d0912c5659a80d55',
  '0009-pin-opinions-to-the-text.sql': '9f9500e2276ac810f91d07e51402a3ed8862eefd9f13a6a84aead493ca88f801',
  '0010-number-minutes-by-body.sql': 'ff8dfe73168a0acb40a0d55837eef521c0bfe91a311b3d18f22aa4c7dbacba9e',
  '0011-name-changes-for-good.sql': 'db8d9f32f36386a1e3ee7226f4b9ebddb608eeb817e92b2d932eb585fd8726ad',
  '0012-number-on-and-on.sql': '75af9e765fffa5e7e3c4cc155857a5e9dab786383276b268126916887d4fed60',
};

test('migrations that landed are as they were, and each of them is held', () => {
  const hashOf = (sql: string) => createHash('sha256').update(sql).digest('hex');
  expect(Object.fromEntries(released.map(({ name, sql }) => [name, hashOf(sql)]))).toEqual(hashes);
});

test('a fresh store has the version of the newest file and nothing loose', () => {
  const raw = new Sqlite(':memory:');
  migrate(raw, released, head);
  expect(raw.pragma('user_version', { simple: true })).toBe(released.length);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  for (const { sql } of raw
    .prepare(`SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
    .all() as { sql: string }[]) {
    expect(sql).toMatch(/STRICT/u);
  }
  raw.close();
});

test('a store of the first version gets room for attachments, and its journal stays whole', () => {
  const raw = new Sqlite(':memory:');
  makeOldStore(raw, released.slice(0, 1));
  raw.exec(`
    INSERT INTO meta VALUES ('store_id', 'x');
    BEGIN;
    INSERT INTO body VALUES ('b', '2020-06-01T00:00:00.000Z');
    INSERT INTO term VALUES ('t', 'b', 13, '2020-06-01', NULL);
    INSERT INTO conference VALUES
      ('c', 't', 'cell', 1, '2021-12-24T07:30', NULL, '', 'Tên có "nháy" và ''phẩy''', '', '', NULL, '', '{}');`);
  sealOld(raw);
  raw.exec('COMMIT');
  expect(verifyStore(raw).faults).toEqual([]);
  migrate(raw, released, head);
  expect(verifyStore(raw)).toMatchObject({ faults: [] });
  const add = (owner: string) =>
    raw.exec(`
      INSERT OR IGNORE INTO attachment_content VALUES ('${'0'.repeat(64)}', 1, x'00');
      INSERT INTO attachment VALUES
        ('a-${owner}', 'conference', '${owner}', 'scan', 'a', 'text/plain', 1, '${'0'.repeat(64)}', 1, 'x');`);
  raw.exec('BEGIN');
  expect(() => add('nobody')).toThrow(/FOREIGN KEY/u);
  add('c');
  raw.exec('ROLLBACK');
  raw.close();
});

test('documents of an earlier version keep their numbers and get the code they were printed with', () => {
  const raw = new Sqlite(':memory:');
  makeOldStore(raw, released.slice(0, 3));
  const name = (id: string, from: string, to: string | null, symbol: string) =>
    raw
      .prepare(`INSERT INTO body_name VALUES (?, 'b', ?, ?, 'n', 'p', 'i', 'đ', ?, 'c', 's', 'huyện')`)
      .run(id, from, to, symbol);
  const document = (
    id: string,
    type: string,
    number: number | null,
    date: string | null,
    voided: string | null,
  ) =>
    raw
      .prepare(
        `INSERT INTO document VALUES (?, ?, ?, ?, ?, NULL, ?, 'Trích yếu "nháy" và ''phẩy''', 'f', '[]', '', '{}', '[]', '', '', '', ?, ?)`,
      )
      .run(
        ...[id, type, voided ? 'voided' : number ? 'issued' : 'draft', number && 't', number, date],
        ...[number && '{"profile":"hd36"}', voided],
      );
  raw.exec(`
    INSERT INTO meta VALUES ('store_id', 'x');
    BEGIN;
    INSERT INTO body VALUES ('b', '2020-06-01T00:00:00.000Z');
    INSERT INTO term VALUES ('t', 'b', 13, '2020-06-01', NULL);`);
  name('n1', '2020-06-01', '2025-06-30', 'ĐU');
  name('n2', '2025-07-01', null, 'ĐUX');
  document('d1', 'NQ', 5, '2021-12-24', null);
  document('d2', 'NQ', 123, '2026-01-05', 'nhầm');
  document('d3', 'CTr', 1, '2000-01-01', null);
  document('d4', 'NQ', null, null, null);
  sealOld(raw);
  raw.exec('COMMIT');
  migrate(raw, released, head);
  expect(verifyStore(raw)).toMatchObject({ faults: [] });
  expect(raw.prepare(`SELECT id, counter, number, code, status FROM document ORDER BY id`).all()).toEqual([
    { id: 'd1', counter: 'ĐU/NQ', number: 5, code: '05-NQ/ĐU', status: 'issued' },
    { id: 'd2', counter: 'ĐU/NQ', number: 123, code: '123-NQ/ĐUX', status: 'voided' },
    { id: 'd3', counter: 'ĐU/CTr', number: 1, code: '01-CTr/ĐU', status: 'issued' },
    { id: 'd4', counter: null, number: null, code: null, status: 'draft' },
  ]);
  // Locked by the store itself, not only by the commands.
  expect(() => raw.exec(`UPDATE document SET subject = 'khác' WHERE id = 'd1'`)).toThrow('document: issued');
  expect(() => raw.exec(`DELETE FROM document WHERE id = 'd2'`)).toThrow('document: issued');
  raw.close();
});

test('0010: minutes of congresses and cells keep the numbers that the committee’s register gave', () => {
  const raw = new Sqlite(':memory:');
  raw.pragma('recursive_triggers = ON');
  makeOldStore(raw, released.slice(0, 9));
  raw.exec(`
    INSERT INTO meta VALUES ('store_id', 'x');
    BEGIN;
    INSERT INTO body VALUES ('b', '2020-06-01T00:00:00.000Z');
    INSERT INTO term VALUES ('t', 'b', 13, '2020-06-01', NULL);`);
  const add = (id: string, kind: string, number: number, more: Record<string, string | number> = {}) => {
    const row = {
      ...{ id, term_id: 't', kind, ordinal: 1, starts_at: '2021-12-24T07:30', place: '', content: '' },
      ...{ papers: '', invited: '', recorder_name: '', conclusion: '{}' },
      ...{ minutes_number: number, closed_at: 'x', minutes_print: '{}', ...more },
    };
    const names = Object.keys(row);
    raw
      .prepare(
        `INSERT INTO conference (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      )
      .run(row);
  };
  add('c1', 'congress', 1);
  add('c2', 'cell', 2);
  sealOld(raw);
  raw.exec('COMMIT');
  migrate(raw, released, head);
  expect(verifyStore(raw).faults).toEqual([]);
  expect(
    raw.prepare('SELECT id, minutes_issuer, minutes_number FROM conference ORDER BY id').raw().all(),
  ).toEqual([
    ['c1', 'committee', 1],
    ['c2', 'committee', 2],
  ]);
  raw.exec('BEGIN');
  add('c3', 'congress', 1, { minutes_issuer: 'congress', ordinal: 2 });
  expect(() => add('c4', 'executive_committee', 1)).toThrow(/UNIQUE/u);
  raw.exec('ROLLBACK');
  raw.close();
});

test('0012: conferences keep what they hold, can still be undone, and one may be the hundredth', () => {
  const raw = new Sqlite(':memory:');
  raw.pragma('recursive_triggers = ON');
  raw.pragma('foreign_keys = ON');
  migrate(raw, released.slice(0, 11), head);
  let changes = 0;
  const change = (sql: string) => {
    raw.exec('BEGIN');
    changes += 1;
    const id = `01900000-0000-7000-8000-${String(changes).padStart(12, '0')}`;
    openChangeSet(raw, id);
    raw.exec(sql);
    const told = { actor: 'x', command: 'x', kind: 'do', target: null, final: false } as const;
    closeChangeSet(raw, { ...head, id, ...told });
    raw.exec('COMMIT');
  };
  change(`
    INSERT INTO body VALUES ('b', '2020-06-01T00:00:00.000Z');
    INSERT INTO term VALUES ('t', 'b', 13, '2020-06-01', NULL);`);
  const columns =
    'id, term_id, kind, ordinal, starts_at, place, content, papers, invited, recorder_name, conclusion';
  const conference = (id: string, ordinal: number) =>
    `INSERT INTO conference (${columns})
     VALUES ('${id}', 't', 'cell', ${ordinal}, '2021-12-24T07:30', 'Tên "nháy" và ''phẩy''', '', '', '', '', '{}');`;
  const item = (id: string) =>
    `INSERT INTO agenda_item (id, conference_id, list_order, title, presenter, discussion, conclusion)
     VALUES ('i${id}', '${id}', 1, 'Nội dung', '', '{}', '{}');`;
  change(conference('c1', 99) + item('c1'));
  change(`UPDATE conference SET minutes_number = 7, minutes_print = '{}', closed_at = 'x' WHERE id = 'c1'`);
  change(conference('c2', 98) + item('c2'));
  const before = raw.prepare('SELECT * FROM conference ORDER BY id').all();
  migrate(raw, released, head);
  expect(raw.prepare('SELECT * FROM conference ORDER BY id').all()).toEqual(before);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  expect(() => raw.exec(`UPDATE conference SET place = 'khác' WHERE id = 'c1'`)).toThrow(
    'conference: closed',
  );
  expect(() => raw.exec(`UPDATE agenda_item SET title = 'khác' WHERE id = 'ic1'`)).toThrow(
    'conference: closed',
  );
  expect(() => raw.exec(`DELETE FROM conference WHERE id = 'c2'`)).toThrow(/FOREIGN KEY/u);
  undoNewest(raw);
  expect(raw.prepare('SELECT id FROM conference').pluck().all()).toEqual(['c1']);
  change(conference('c3', 100) + conference('c4', 999));
  expect(() => raw.exec(conference('c5', 1000))).toThrow(/CHECK/u);
  expect(verifyStore(raw).faults).toEqual([]);
  raw.close();
});

describe('a store with records meets the next version', () => {
  const next = (sql: string): Migration[] => [
    ...released,
    { version: released.length + 1, name: 'next.sql', sql },
  ];

  async function withRecords(work: (app: TestApp) => void | Promise<void>): Promise<void> {
    const app = await createTestApp();
    const { termId } = await setUpOffice(app.call);
    await addMember(app.call, termId, 'Đinh Văn Trường');
    await work(app);
    await app.close();
  }

  test('a table is rebuilt without losing its children; the journal still adds up and still undoes', () =>
    withRecords((app) => {
      const { raw } = app.store();
      const rebuild = `
        CREATE TABLE member_new (
          id TEXT PRIMARY KEY, term_id TEXT NOT NULL REFERENCES term (id), full_name TEXT NOT NULL, folded_name TEXT NOT NULL,
          valid_from TEXT NOT NULL, valid_to TEXT, list_order INTEGER NOT NULL, born_on TEXT
        ) STRICT;
        INSERT INTO member_new SELECT id, term_id, upper(full_name), folded_name, valid_from, valid_to, list_order, NULL FROM member;
        DROP TABLE member;
        ALTER TABLE member_new RENAME TO member;`;
      migrate(raw, next(rebuild), head);
      expect(raw.prepare('SELECT count(*) FROM position').pluck().get()).toBe(1);
      expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
      expect(verifyStore(raw).faults).toEqual([]);
      raw.exec('BEGIN');
      expect(() => undo(raw, nextUndo(raw))).toThrow(/CONFLICT/u);
      raw.exec('ROLLBACK');
    }));

  test('a migration that only adds a column leaves older changes undoable', () =>
    withRecords((app) => {
      const { raw } = app.store();
      migrate(raw, next('ALTER TABLE member ADD COLUMN born_on TEXT'), head);
      expect(verifyStore(raw).faults).toEqual([]);
      undoNewest(raw);
      expect(raw.prepare('SELECT count(*) FROM member').pluck().get()).toBe(0);
      expect(verifyStore(raw).faults).toEqual([]);
    }));

  test('a migration that fails in the middle changes nothing at all', () =>
    withRecords((app) => {
      const { raw } = app.store();
      const schema = () => raw.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all();
      const before = schema();
      for (const sql of [
        'CREATE TABLE extra (id TEXT PRIMARY KEY) STRICT; CREATE TABLE extra (id TEXT)',
        'DELETE FROM body; CREATE TABLE x (id TEXT PRIMARY KEY) STRICT',
      ]) {
        expect(() => migrate(raw, next(sql), head)).toThrow();
        expect(schema()).toEqual(before);
        expect(raw.pragma('user_version', { simple: true })).toBe(released.length);
        expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
        expect(verifyStore(raw).faults).toEqual([]);
      }
    }));
});

test('0002: rolls keep their order and states, agenda items their texts; older changes can still be undone', () => {
  const raw = new Sqlite(':memory:');
  raw.pragma('recursive_triggers = ON');
  makeOldStore(raw, released.slice(0, 1));
  raw.exec(`INSERT INTO meta VALUES ('store_id', 'store')`);
  const command = (name: string, sql: string) => {
    raw.exec('BEGIN');
    raw.exec(sql);
    sealOld(raw, { command: name });
    raw.exec('COMMIT');
  };
  const body = '{"type":"doc","content":[]}';
  command(
    'organisation.setup',
    `INSERT INTO body VALUES ('b', 'x');
     INSERT INTO term VALUES ('t', 'b', 13, '2020-06-01', NULL);
     INSERT INTO member VALUES ('m1', 't', 'Hai Ơi ''"', 'hai', '2020-06-01', NULL, 9);
     INSERT INTO member VALUES ('m2', 't', 'Một', 'mot', '2020-06-01', '2020-06-01', 2);`,
  );
  command(
    'conferences.create',
    `INSERT INTO conference VALUES ('c', 't', 'cell', 99, '2021-12-24T07:30', NULL, '', '', '', '', 'm1', '', '${body}');
     INSERT INTO agenda_item VALUES ('i', 'c', 5, 'x', '', '${body}', '${body}');
     INSERT INTO attendance VALUES ('a1', 'c', 'm1', 'excused', 'ốm; "nặng"');
     INSERT INTO attendance VALUES ('a2', 'c', 'm2', 'present', '');`,
  );
  command('conferences.setAttendance', `UPDATE attendance SET state = 'absent', reason = '' WHERE id = 'a1'`);

  migrate(raw, released, head);
  expect(verifyStore(raw).faults).toEqual([]);
  const roll = () =>
    raw.prepare('SELECT id, member_id, state, reason FROM attendance ORDER BY list_order').all();
  expect(roll()).toEqual([
    { id: 'a2', member_id: 'm2', state: 'present', reason: '' },
    { id: 'a1', member_id: 'm1', state: 'absent', reason: '' },
  ]);
  expect(raw.prepare('SELECT session, custom_title, closed_at FROM conference').get()).toEqual({
    session: 'regular',
    custom_title: '',
    closed_at: null,
  });

  undoNewest(raw);
  expect(roll()[1]).toEqual({ id: 'a1', member_id: 'm1', state: 'excused', reason: 'ốm; "nặng"' });
  expect(verifyStore(raw).faults).toEqual([]);
  raw.close();
});
