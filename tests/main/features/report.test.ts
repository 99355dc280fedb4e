import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { logFolder } from '#main/db/store-files.ts';
import { setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp, tempFolder } from '../../support/test-app.ts';

let app: TestApp | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
  removeTempFolders();
});

async function reportOf(given: TestApp): Promise<string> {
  const target = join(tempFolder(), 'báo cáo.txt');
  given.host.saveTarget = target;
  expect(await given.call.app.saveReport({})).toEqual({ fileName: 'báo cáo.txt' });
  return readFileSync(target, 'utf8');
}

test('one file tells the technician log, versions, room and check, and no words of records', async () => {
  app = await createTestApp();
  await setUpOffice(app.call);
  await app.call.phrases.save({ abbreviation: 'bm', text: 'Lời không ai được đọc' });
  mkdirSync(join(app.folder, logFolder));
  writeFileSync(
    join(app.folder, logFolder, 'chuong-trinh.log'),
    '[ab12cd34] Error: tried\n    at somewhere\n',
  );
  const report = await reportOf(app);
  expect(report.startsWith('\ufeff[program]\r\n')).toBe(true);
  for (const part of [
    /^version \d/mu,
    /sqlite 3\./u,
    /^free \d+ bytes/mu,
    /^so-nghi-quyet\.sqlite \d+ bytes/mu,
  ])
    expect(report).toMatch(part);
  expect(report).toMatch(/\d+ change sets, \d+ rows, 0 faults, head [0-9a-f]{64}/u);
  expect(report).toContain('[ab12cd34] Error: tried\r\n    at somewhere');
  expect(report).not.toContain('Lời không ai được đọc');
  const office = await app.call.organisation.get({});
  expect(report).not.toContain(office.names[0]?.name ?? '?');
});

test('it is written where no store opens, and says why', async () => {
  const folder = tempFolder();
  writeFileSync(
    join(folder, 'so-nghi-quyet.sqlite'),
    'no store at all, and long enough to be looked at'.repeat(50),
  );
  app = await createTestApp({ folder });
  const report = await reportOf(app);
  expect(report).toMatch(/^not open: STORE_\w+/mu);
});

test('called off in the dialog it writes nothing', async () => {
  app = await createTestApp();
  expect(await app.call.app.saveReport({})).toBeNull();
});

test('what failed in the page is in the log', async () => {
  app = await createTestApp();
  await app.call.app.noteFailure({ logId: 'ab12cd34', words: 'Error: page' });
  expect(app.logged.splice(0)).toEqual(['Error: page']);
});
