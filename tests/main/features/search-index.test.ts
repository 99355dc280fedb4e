import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holderFile, searchIndexFile } from '#main/db/store-files.ts';
import { openIndex } from '#main/features/search/index-file.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp, tempFolder } from '../../support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
  await setUpOffice(app.call);
  await app.call.documents.create(documentInput({ subject: 'về chim sẻ' }));
});
afterEach(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

const indexFile = () => join(app.folder, searchIndexFile);
const found = async (text: string) => (await app.call.search.find({ text })).total;

function change(sql: string): void {
  const raw = new Sqlite(indexFile());
  raw.exec(sql);
  raw.close();
}

const losses: readonly [string, string][] = [
  ['a passage', `DELETE FROM passage WHERE title LIKE '%chim%' OR text LIKE '%chim%'`],
  [
    'the words of one',
    `DELETE FROM words WHERE rowid IN (SELECT rowid FROM passage WHERE title LIKE '%chim%')`,
  ],
  ['a word', `UPDATE passage SET title = 'khác' WHERE title LIKE '%chim%'`],
];

test('is flushed in the order in which it is written', () => {
  const index = openIndex(join(tempFolder(), searchIndexFile));
  expect(index.raw.pragma('synchronous', { simple: true })).toBe(1);
  expect(index.raw.pragma('journal_mode', { simple: true })).toBe('wal');
  index.raw.close();
});

test.each(losses)('which has lost %s is not believed when the program did not end', async (_, sql) => {
  expect(await found('chim se')).toBe(1);
  change(sql);
  const holder = readFileSync(join(app.folder, holderFile));
  await app.close();
  writeFileSync(join(app.folder, holderFile), holder);
  app = await createTestApp({ folder: app.folder });
  expect(existsSync(indexFile())).toBe(false);
  expect(await found('chim se')).toBe(1);
});

test('that was not closed itself is not believed', async () => {
  expect(await found('chim se')).toBe(1);
  change(losses[0]?.[1] ?? '');
  const raw = new Sqlite(indexFile());
  raw.exec('CREATE TABLE half_done (id TEXT)');
  const kept = tempFolder();
  const names = ['', '-wal'].map((end) => searchIndexFile + end);
  for (const name of names) copyFileSync(join(app.folder, name), join(kept, name));
  raw.close();
  for (const name of names) copyFileSync(join(kept, name), join(app.folder, name));
  expect(await found('chim se')).toBe(1);
});

test.each(losses)('which has lost %s is told by the check and made again', async (_, sql) => {
  expect(await found('chim se')).toBe(1);
  change(sql);
  expect(await app.call.journal.verify({})).toMatchObject({ faults: [], searchIndex: 'renewed' });
  expect(await found('chim se')).toBe(1);
  expect(await app.call.journal.verify({})).toMatchObject({ searchIndex: 'sound' });
});

test('is sound for the check also when it was brought up step by step, or not made yet', async () => {
  expect(await app.call.journal.verify({})).toMatchObject({ searchIndex: 'sound' });
  const { id } = await app.call.documents.create(documentInput({ subject: 'về bồ câu' }));
  expect(await found('bo cau')).toBe(1);
  await app.call.documents.save({ ...documentInput({ subject: 'về chào mào' }), id });
  expect(await found('chao mao')).toBe(1);
  await app.call.documents.remove({ id });
  await app.call.documents.create(documentInput({ subject: 'về vành khuyên' }));
  expect(await app.call.journal.verify({})).toMatchObject({ searchIndex: 'sound' });
  expect(await app.call.journal.verify({ known: true })).not.toHaveProperty('searchIndex');
  expect([await found('vanh khuyen'), await found('bo cau')]).toEqual([1, 0]);
  expect(readdirSync(app.folder).filter((name) => name.endsWith('.moi'))).toEqual([]);
});

test('of another version of the program is made again, and nothing is told', async () => {
  expect(await found('chim se')).toBe(1);
  change('PRAGMA user_version = 2');
  expect(await app.call.journal.verify({})).toMatchObject({ searchIndex: 'sound' });
  expect(await found('chim se')).toBe(1);
});

test('that is damaged is told by the check as well', async () => {
  expect(await found('chim se')).toBe(1);
  const late = readFileSync(indexFile());
  late.fill(7, 5 * 4096);
  writeFileSync(indexFile(), late);
  expect(await app.call.journal.verify({})).toMatchObject({ faults: [], searchIndex: 'renewed' });
  expect(await found('chim se')).toBe(1);
});
