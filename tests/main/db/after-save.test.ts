import { mkdirSync, readFileSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { savedFile, seenFile, storeFileName } from '#main/db/store-files.ts';
import { setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';

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
const noted = (name: string) => JSON.parse(readFileSync(join(app.folder, name), 'utf8')).seq;

test('a save is noted at once and the log folded away once the clerk rests', async () => {
  await setUpOffice(app.call);
  vi.advanceTimersByTime(500);
  expect(noted(savedFile)).toBe(1);
  vi.advanceTimersByTime(7_000);
  await app.call.phrases.save({ abbreviation: 'hn', text: 'hội nghị' });
  vi.advanceTimersByTime(7_000);
  expect(logSize()).toBeGreaterThan(0);
  vi.advanceTimersByTime(1_000);
  expect([logSize(), noted(seenFile), noted(savedFile)]).toEqual([0, 2, 2]);
  expect(app.logged).toEqual([]);
});

test('what fails then is logged, harms nothing, and is tried again later and later', async () => {
  await setUpOffice(app.call);
  const inTheWay = join(app.folder, seenFile);
  mkdirSync(inTheWay);
  vi.advanceTimersByTime(8_000);
  expect(app.logged).toHaveLength(1);
  vi.advanceTimersByTime(15_999);
  expect(app.logged).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(app.logged).toHaveLength(2);
  rmdirSync(inTheWay);
  vi.advanceTimersByTime(32_000);
  expect(app.logged).toHaveLength(2);
  expect(noted(seenFile)).toBe(1);
  vi.advanceTimersByTime(10_000_000);
  expect(app.logged).toHaveLength(2);
});

test('waits while a transaction is open, also for one that leaves nothing', async () => {
  await setUpOffice(app.call);
  const { raw } = app.store();
  raw.exec('BEGIN');
  vi.advanceTimersByTime(20_000);
  expect(logSize()).toBeGreaterThan(0);
  raw.exec('ROLLBACK');
  vi.advanceTimersByTime(8_000);
  expect([logSize(), noted(savedFile)]).toEqual([0, 1]);
  expect(app.logged).toEqual([]);
});
