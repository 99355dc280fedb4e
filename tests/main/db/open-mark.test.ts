import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextBreath } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { savedFile, seenFile, storeFileName } from '#main/db/store-files.ts';
import { setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp, tempFolder } from '../../support/test-app.ts';

afterEach(removeTempFolders);

/** Into a folder that has seen nothing yet, as on another PC. */
function copyAlone(folder: string): string {
  const elsewhere = tempFolder();
  copyFileSync(join(folder, storeFileName), join(elsewhere, storeFileName));
  return elsewhere;
}

function fold({ store }: TestApp): void {
  store().raw.pragma('wal_checkpoint(TRUNCATE)');
}

async function startup(folder: string, acceptedAt?: number) {
  const app = await createTestApp({ folder });
  const { session } = app.program.services;
  const found = acceptedAt === undefined ? session.startup() : await session.open(acceptedAt);
  const phrases = found.state === 'ready' ? await app.call.phrases.list({}) : null;
  await app.close();
  expect(app.logged).toEqual([]);
  return { found, phrases };
}

const withoutLog = {
  state: 'failed',
  error: { code: 'STORE_WITHOUT_LOG', detail: { params: { found: 1 } } },
};

test('a copy of the file alone, made while it was open, says that it may lack what was saved last', async () => {
  const app = await createTestApp();
  await setUpOffice(app.call);
  fold(app);
  await app.call.phrases.save({ abbreviation: 'hn', text: 'hội nghị' });
  const elsewhere = copyAlone(app.folder);
  await app.close();
  expect((await startup(elsewhere)).found).toEqual(withoutLog);
  expect((await startup(elsewhere, 2)).found).toEqual(withoutLog);
  expect(await startup(elsewhere, 1)).toEqual({ found: { state: 'ready' }, phrases: [] });
  expect((await startup(elsewhere)).found).toEqual({ state: 'ready' });
});

test('also one that is made before anything was folded, which would look like a new office', async () => {
  const app = await createTestApp();
  await setUpOffice(app.call);
  const elsewhere = copyAlone(app.folder);
  await app.close();
  expect((await startup(elsewhere)).found).toMatchObject({
    error: { code: 'STORE_WITHOUT_LOG', detail: { params: { found: 0 } } },
  });
});

test('a copy of the closed file is whole, and so is what a backup holds', async () => {
  const app = await createTestApp();
  await setUpOffice(app.call);
  app.host.folder = tempFolder();
  const backup = await app.call.backup.create({});
  await app.close();
  expect((await startup(copyAlone(app.folder))).found).toEqual({ state: 'ready' });
  const elsewhere = tempFolder();
  copyFileSync(join(app.host.folder, backup?.fileName ?? ''), join(elsewhere, 'a.sqlite'));
  const raw = new Sqlite(join(elsewhere, 'a.sqlite'), { readonly: true });
  expect(raw.prepare('SELECT key FROM meta ORDER BY key').pluck().all()).not.toContain('open_since');
  raw.close();
});

test('a folder that has seen less of the same store does not take a copy without its log for whole', async () => {
  const first = await createTestApp();
  await setUpOffice(first.call);
  await first.close();
  const elsewhere = copyAlone(first.folder);
  expect((await startup(elsewhere)).found).toEqual({ state: 'ready' });
  const app = await createTestApp({ folder: first.folder });
  await app.call.phrases.save({ abbreviation: 'a', text: 'một' });
  fold(app);
  await app.call.phrases.save({ abbreviation: 'b', text: 'hai' });
  copyFileSync(join(app.folder, storeFileName), join(elsewhere, storeFileName));
  await app.close();
  expect((await startup(elsewhere)).found).toMatchObject({
    error: { code: 'STORE_WITHOUT_LOG', detail: { params: { found: 2 } } },
  });
});

test('where nothing is missing, a program that was killed after folding is no news', async () => {
  const app = await createTestApp();
  await setUpOffice(app.call);
  fold(app);
  await nextBreath();
  // As a killed program leaves it: the file says that it is open, its log is empty.
  const killed = tempFolder();
  for (const name of [storeFileName, seenFile, savedFile])
    copyFileSync(join(app.folder, name), join(killed, name));
  await app.close();
  expect((await startup(killed)).found).toEqual({ state: 'ready' });
  rmSync(killed, { recursive: true });
});

test('nor is one that was killed in its first second', async () => {
  const app = await createTestApp({ folder: tempFolder() });
  const killed = tempFolder();
  for (const name of [storeFileName, seenFile, savedFile])
    copyFileSync(join(app.folder, name), join(killed, name));
  await app.close();
  expect((await startup(killed)).found).toEqual({ state: 'ready' });
});
