import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { searchIndexFile } from '#main/db/store-files.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';
import { createFakePc, type FakePc } from './fake-pc.ts';

let app: TestApp;
let pc: FakePc;
beforeEach(async () => {
  pc = createFakePc();
  app = await createTestApp({ jobs: pc });
  await setUpOffice(app.call);
});
afterEach(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

const indexFile = () => join(app.folder, searchIndexFile);

/** Up to which change set the index knows the store, as its file says. */
function indexedUpTo(): number | null {
  if (!existsSync(indexFile())) return null;
  const raw = new Sqlite(indexFile(), { readonly: true });
  const seq = raw.prepare('SELECT seq FROM mark').pluck().get() as number | undefined;
  raw.close();
  return seq ?? null;
}

test('the index is caught up while the PC rests, and the next search finds it so', async () => {
  expect(indexedUpTo()).toBeNull();
  await pc.pass(5_000);
  await expect.poll(indexedUpTo).toBe(1);
  await app.call.documents.create(documentInput({ subject: 'về chim sẻ' }));
  pc.type();
  await pc.pass(4_000);
  expect(indexedUpTo()).toBe(1);
  await pc.pass(1_000);
  await expect.poll(indexedUpTo).toBe(2);
  expect(await app.call.search.find({ text: 'chim se' })).toMatchObject({ total: 1 });
});

test('a search that comes first catches up itself, as ever', async () => {
  await app.call.documents.create(documentInput({ subject: 'về chim sẻ' }));
  expect(await app.call.search.find({ text: 'chim se' })).toMatchObject({ total: 1 });
  expect(indexedUpTo()).toBe(2);
});

test('a file that is gone is made again without a question', async () => {
  await app.call.documents.create(documentInput({ subject: 'về chim sẻ' }));
  await pc.pass(5_000);
  await expect.poll(indexedUpTo).toBe(2);
  rmSync(indexFile());
  await app.call.phrases.save({ abbreviation: 'hn', text: 'hội nghị' });
  await pc.pass(5_000);
  await expect.poll(indexedUpTo).toBe(3);
});

test('closing the program in the middle of it leaves an index that is caught up later', async () => {
  for (let n = 0; n < 45; n += 1) await app.call.documents.create(documentInput({ subject: `về việc ${n}` }));
  await pc.pass(5_000);
  await app.close();
  expect(pc.waiting()).toBe(0);
  app = await createTestApp({ folder: app.folder, jobs: pc });
  expect(await app.call.search.find({ text: 've viec' })).toMatchObject({ total: 45 });
});

test('the command line and whoever does not ask for jobs have none', async () => {
  const without = await createTestApp();
  await setUpOffice(without.call);
  await pc.pass(600_000);
  expect(existsSync(join(without.folder, searchIndexFile))).toBe(false);
  await without.close();
});
