import { copyFileSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextBreath } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { savedFile, seenFile, storeFileName } from '#main/db/store-files.ts';
import { setUpOffice } from '../../support/records.ts';
import {
  createTestApp,
  refusal,
  removeTempFolders,
  type TestApp,
  tempFolder,
} from '../../support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  app = await createTestApp();
});
afterEach(async () => {
  await app.close();
  vi.useRealTimers();
  removeTempFolders();
});

const logSize = () => statSync(join(app.folder, `${storeFileName}-wal`)).size;
function copyFileAlone(): string {
  const copy = join(tempFolder(), storeFileName);
  copyFileSync(app.store().file, copy);
  return copy;
}

function seqOf(file: string): number {
  const raw = new Sqlite(file, { readonly: true });
  const seq = raw.prepare('SELECT coalesce(max(seq), 0) FROM change_set').pluck().get();
  raw.close();
  return Number(seq);
}

const noted = (name: string) => JSON.parse(readFileSync(join(app.folder, name), 'utf8')).seq;

const saveOne = (abbreviation: string) => app.call.phrases.save({ abbreviation, text: 'hội nghị' });

test('a save is noted at once and the log folded away soon, also while saving goes on', async () => {
  await setUpOffice(app.call);
  await nextBreath();
  expect(noted(savedFile)).toBe(1);
  vi.advanceTimersByTime(7_000);
  await saveOne('hn');
  await nextBreath();
  expect(noted(savedFile)).toBe(2);
  expect(logSize()).toBeGreaterThan(0);
  vi.advanceTimersByTime(1_000);
  expect([logSize(), noted(seenFile), noted(savedFile)]).toEqual([0, 2, 2]);
  expect(app.logged).toEqual([]);
});

test('drafts do not put it off: of forty seconds of typing a copy of the file alone lacks eight at most', async () => {
  await setUpOffice(app.call);
  const copied: number[] = [];
  for (let second = 1; second <= 40; second += 1) {
    if (second % 4 === 0) await saveOne(`a${second}`);
    await app.call.drafts.put({ key: 'documents:new', value: `{"second":${second}}` });
    vi.advanceTimersByTime(1_000);
    copied.push(seqOf(copyFileAlone()));
  }
  const saved = copied.map((_, place) => 1 + Math.floor((place + 1) / 4));
  const before = (place: number) => saved[place - 8] ?? 0;
  expect(copied.every((seq, place) => seq >= before(place))).toBe(true);
  expect(copied.at(-1)).toBeGreaterThanOrEqual(9);
});

test('a note on a full disk, or cut off, stays the one before', async () => {
  await setUpOffice(app.call);
  await nextBreath();
  const whole = readFileSync(join(app.folder, savedFile), 'utf8');
  await saveOne('hn');
  await nextBreath();
  expect(readFileSync(join(app.folder, savedFile), 'utf8')).toHaveLength(whole.length);
});

test('what fails then is logged, harms nothing, and is tried again later and later', async () => {
  await setUpOffice(app.call);
  const inTheWay = join(app.folder, seenFile);
  rmSync(inTheWay);
  mkdirSync(inTheWay);
  vi.advanceTimersByTime(8_000);
  expect(app.logged).toHaveLength(1);
  expect((await app.call.app.status({})).trouble).not.toBeNull();
  vi.advanceTimersByTime(15_999);
  expect(app.logged).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(app.logged).toHaveLength(2);
  rmdirSync(inTheWay);
  vi.advanceTimersByTime(32_000);
  expect(app.logged).toHaveLength(2);
  expect(noted(seenFile)).toBe(1);
  expect((await app.call.app.status({})).trouble).toBeNull();
  vi.advanceTimersByTime(10_000_000);
  expect(app.logged).toHaveLength(2);
});

test('a data folder that was renamed meanwhile is told, and folding goes on once it is back', async () => {
  await setUpOffice(app.call);
  const elsewhere = `${app.folder} cũ`;
  renameSync(app.folder, elsewhere);
  vi.advanceTimersByTime(8_000);
  expect((await app.call.app.status({})).trouble).toBe('moved');
  renameSync(elsewhere, app.folder);
  vi.advanceTimersByTime(16_000);
  expect([(await app.call.app.status({})).trouble, noted(seenFile)]).toEqual([null, 1]);
});

test('nothing is said to be saved into a folder that is gone', async () => {
  await setUpOffice(app.call);
  const elsewhere = `${app.folder} dời đi`;
  renameSync(app.folder, elsewhere);
  const refused = await refusal(saveOne('a'));
  expect(refused).toEqual({ code: 'STORE_UNAVAILABLE', detail: { reason: 'moved' } });
  expect((await app.call.app.status({})).trouble).toBe('moved');
  renameSync(elsewhere, app.folder);
  await saveOne('a');
});

test('waits while a transaction is open, also for one that leaves nothing', async () => {
  await setUpOffice(app.call);
  await nextBreath();
  const { raw } = app.store();
  raw.exec('BEGIN');
  vi.advanceTimersByTime(20_000);
  expect(logSize()).toBeGreaterThan(0);
  raw.exec('ROLLBACK');
  vi.advanceTimersByTime(8_000);
  expect([logSize(), noted(savedFile)]).toEqual([0, 1]);
  expect(app.logged).toEqual([]);
});
