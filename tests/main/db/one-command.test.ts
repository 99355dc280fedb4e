import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesOfSet, imageAfter } from '#main/db/journal/reader.ts';
import { nextUndo } from '#main/db/journal/undo.ts';
import { verifyStore } from '#main/db/journal/verify.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';
import { command, newestSeq, rowsOf } from '../../support/trial-store.ts';

/** What one command may do to the same row, and what the journal makes of it. */
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await setUpOffice(app.call);
  await app.call.phrases.save({ abbreviation: 'a', text: 'Đảng ủy' });
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const long = (sign: string) => `${sign} `.repeat(600);
const add = (id: string, text: string) =>
  `INSERT INTO phrase (id, abbreviation, text) VALUES ('${id}', '${id}', '${text}')`;

const acts: readonly [name: string, sqls: readonly string[]][] = [
  [
    'a row comes and is changed five times',
    [
      add('b', 'một'),
      ...[1, 2, 3, 4, 5].map((n) => `UPDATE phrase SET text = '${long(String(n))}' WHERE id = 'b'`),
    ],
  ],
  [
    'a row is changed and goes',
    [`UPDATE phrase SET text = '${long('x')}' WHERE id = 'b'`, `DELETE FROM phrase WHERE id = 'b'`],
  ],
  ['a row comes and goes', [add('c', long('c')), `DELETE FROM phrase WHERE id = 'c'`]],
  [
    'a row goes and comes back otherwise',
    [add('d', 'cũ'), `DELETE FROM phrase WHERE id = 'd'`, add('d', long('d'))],
  ],
  [
    'a row is written over',
    [`INSERT OR REPLACE INTO phrase (id, abbreviation, text) VALUES ('d', 'd', '${long('e')}')`],
  ],
  [
    'a change is taken back within',
    [
      `UPDATE phrase SET text = 'tạm' WHERE id = 'd'`,
      `UPDATE phrase SET text = '${long('e')}' WHERE id = 'd'`,
    ],
  ],
];

test.each(acts)('%s: undone and done again, and the journal adds up', async (_, sqls) => {
  const { raw } = app.store();
  const before = rowsOf(raw);
  const seqOf = await command(app, () => raw.exec(sqls.join(';')));
  expect(seqOf).toBe(newestSeq(raw));
  const after = rowsOf(raw);
  expect(verifyStore(raw).faults).toEqual([]);
  const { seq } = nextUndo(raw) ?? { seq: 0 };
  await app.call.journal.undo({ seq });
  expect(rowsOf(raw)).toEqual(before);
  await app.call.journal.redo({});
  expect(rowsOf(raw)).toEqual(after);
  expect(verifyStore(raw).faults).toEqual([]);
});

test('what changes nothing leaves nothing, and what fails leaves nothing behind for the next', async () => {
  const { raw } = app.store();
  const seq = newestSeq(raw);
  expect(await command(app, () => raw.exec('UPDATE phrase SET text = text'))).toBeNull();
  const failing = command(app, () => {
    raw.exec(add('f', long('f')));
    throw new Error('gone wrong');
  });
  await expect(failing).rejects.toThrow('gone wrong');
  expect(newestSeq(raw)).toBe(seq);
  expect(raw.prepare('SELECT count(*) FROM journal_pending').pluck().get()).toBe(0);
  await command(app, () => raw.exec(add('g', 'sau đó')));
  expect(changesOfSet(raw, seq + 1).map(({ rowId }) => rowId)).toEqual(['g']);
  expect(verifyStore(raw).faults).toEqual([]);
});

test('each of many versions of a long text is read back as it was saved', async () => {
  const { raw } = app.store();
  const lines = Array.from({ length: 60 }, (_, i) => `Đoạn ${i}: phát triển kinh tế - xã hội của xã.`);
  const { id } = await app.call.documents.create(documentInput({ body: bodyFromLines(lines) }));
  const bodies = [JSON.stringify(bodyFromLines(lines))];
  for (let n = 1; n < 60; n += 1) {
    lines[n] = `${lines[n]} Sửa lần ${n}.`;
    if (n % 9 === 0) lines.unshift(`Đoạn mới ${n}.`);
    await app.call.documents.save({ ...documentInput({ body: bodyFromLines(lines) }), id });
    bodies.push(JSON.stringify(bodyFromLines(lines)));
  }
  const entries = raw.prepare(`SELECT id, form FROM change_row WHERE row_id = ? ORDER BY id`).all(id) as {
    id: number;
    form: number;
  }[];
  const read = entries.map((entry) => imageAfter(raw, { table: 'document', rowId: id }, entry.id)?.body);
  expect(read).toEqual(bodies);
  // None is far from a whole one.
  const whole = entries.flatMap(({ form }, place) => (form === 2 ? [] : [place]));
  expect(
    Math.max(...whole.map((place, at) => (whole[at + 1] ?? entries.length) - place)),
  ).toBeLessThanOrEqual(25);
});

test('another tool cannot commit a change of a record, and where it goes round the lock the check tells', async () => {
  const own = await createTestApp();
  await setUpOffice(own.call);
  const { file } = own.store();
  await own.close();
  const tool = new Sqlite(file);
  tool.pragma('foreign_keys = ON');
  for (const sql of [add('x', 'lén'), `UPDATE term SET ordinal = 9`, `DELETE FROM body_name`])
    expect(() => tool.transaction(() => tool.exec(sql))(), sql).toThrow(/FOREIGN KEY/u);
  expect(verifyStore(tool).faults).toEqual([]);
  tool.pragma('foreign_keys = OFF');
  tool.exec(add('x', 'lén'));
  expect(verifyStore(tool).faults.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reference']));
  tool.exec('DELETE FROM change_open');
  expect(verifyStore(tool).faults).toEqual([{ kind: 'row', seq: null, table: 'phrase' }]);
  tool.close();
});
