import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { verifyStore } from '#main/db/journal/verify.ts';
import { originFile, storeFileName } from '#main/db/store-files.ts';
import { setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp, tempFolder } from '../../support/test-app.ts';

afterAll(removeTempFolders);

async function officeFolder(): Promise<string> {
  const app = await createTestApp();
  await setUpOffice(app.call);
  await app.close();
  return app.folder;
}

type Head = { seq: number; id: string; origin: string; hash: string };

function heads({ store }: TestApp): Head[] {
  return store().raw.prepare('SELECT seq, id, origin, hash FROM change_set ORDER BY seq').all() as Head[];
}

let saves = 0;

/** Opens the folder and saves something. */
async function changed(folder: string): Promise<Head[]> {
  const app = await createTestApp({ folder });
  saves += 1;
  await app.call.phrases.save({ abbreviation: `x${saves}`, text: 'Đảng ủy' });
  const found = heads(app);
  expect(verifyStore(app.store().raw).faults).toEqual([]);
  const noted = app.store().raw.prepare('SELECT id, since FROM origin ORDER BY since').all();
  const first = new Map(found.toReversed().map(({ origin, id }) => [origin, id]));
  expect(noted).toEqual(
    [...first].map(([id, since]) => ({ id, since })).sort((a, b) => (a.since < b.since ? -1 : 1)),
  );
  await app.close();
  return found;
}

test('two folders begun from one store make changes that differ, and agree on those of before', async () => {
  const from = await officeFolder();
  const folders = [tempFolder(), tempFolder()];
  for (const folder of folders) cpSync(join(from, storeFileName), join(folder, storeFileName));
  const [one = [], two = []] = [await changed(folders[0] ?? ''), await changed(folders[1] ?? '')];
  expect(one.slice(0, -1)).toEqual(two.slice(0, -1));
  const [a, b] = [one.at(-1), two.at(-1)];
  expect(a?.seq).toBe(b?.seq);
  expect(new Set([one[0]?.origin, a?.origin, b?.origin]).size).toBe(3);
  expect(a?.id).not.toBe(b?.id);
  expect(a?.hash).not.toBe(b?.hash);
});

test('a folder that was copied whole is another installation; one that is opened again is the same', async () => {
  const from = await officeFolder();
  const copy = tempFolder();
  cpSync(from, copy, { recursive: true });
  const here = await changed(from);
  const there = await changed(copy);
  const again = await changed(from);
  expect(new Set(here.map(({ origin }) => origin)).size).toBe(1);
  expect(there.at(-1)?.origin).not.toBe(here[0]?.origin);
  expect(again.at(-1)?.origin).toBe(here[0]?.origin);
});

test('a note that is gone, damaged or cannot be written is no failure', async () => {
  const folder = await officeFolder();
  const note = join(folder, originFile);
  const first = readFileSync(note, 'utf8');
  for (const spoil of [
    () => rmSync(note),
    () => writeFileSync(note, '{"id":'),
    () => writeFileSync(note, '[]'),
  ]) {
    spoil();
    await changed(folder);
    expect(JSON.parse(readFileSync(note, 'utf8')).id).not.toBe(JSON.parse(first).id);
  }
  rmSync(note);
  mkdirSync(note);
  expect((await changed(folder)).at(-1)?.origin).toMatch(/^[0-9a-f-]{36}$/u);
});
