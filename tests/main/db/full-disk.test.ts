import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { contents } from '../../support/files.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import { type SmallDisk, smallDisk } from '../../support/small-disk.ts';
import {
  createTestApp,
  refusal,
  removeTempFolders,
  type TestApp,
  tempFolder,
} from '../../support/test-app.ts';

let disk: SmallDisk;
let folder: string;
let app: TestApp;

beforeEach(async ({ skip }) => {
  const mounted = smallDisk(24);
  if (!mounted) return skip('no small disk');
  disk = mounted;
  folder = join(disk.folder, 'sổ');
  mkdirSync(folder);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  app = await createTestApp({ folder });
  await setUpOffice(app.call);
});
afterEach(async () => {
  await app?.close();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  disk?.remove();
  removeTempFolders();
});

const long = 'Phát triển kinh tế - xã hội. '.repeat(600);
const saveUntilRefused = async () => {
  for (let n = 0; ; n += 1) {
    const saving = app.call.phrases.save({ abbreviation: `a${n}`, text: `${n} ${long}`.slice(0, 2_000) });
    const error = await saving.then(
      () => null,
      (refused) => refused,
    );
    if (error) return { saved: n, error };
  }
};
const trouble = async () => (await app.call.app.status({})).trouble;

async function startAgain(): Promise<unknown> {
  await app.close();
  app = await createTestApp({ folder });
  return app.call.app.startup({});
}

test('what was saved is there, the line at the bottom says why no more is, and a backup can still be made', {
  timeout: 60_000,
}, async () => {
  disk.fill(300_000);
  const { saved, error } = await saveUntilRefused();
  expect(error.code).toBe('DISK_FULL');
  vi.advanceTimersByTime(8_000);
  expect(await trouble()).toBe('full');
  expect(await app.call.phrases.list({})).toHaveLength(saved);

  app.host.folder = tempFolder();
  const backup = await app.call.backup.create({});
  expect(backup?.manifest.counts.phrase).toBe(saved);
  expect(readdirSync(app.host.folder)).toEqual([backup?.fileName]);
  expect(await app.call.journal.verify({})).toMatchObject({ faults: [], skipped: [] });

  disk.free();
  vi.advanceTimersByTime(16_000);
  expect(await trouble()).toBeNull();
  await app.call.phrases.save({ abbreviation: 'sau', text: 'lưu được lại' });
  expect(await startAgain()).toEqual({ state: 'ready' });
  expect(await app.call.phrases.list({})).toHaveLength(saved + 1);
});

test('a store that cannot be opened for want of room is not called damaged, and opens once there is some', async () => {
  disk.fill(300_000);
  const { saved } = await saveUntilRefused();
  // As a killed program leaves it.
  const killed = join(disk.folder, 'bị tắt ngang');
  disk.free();
  cpSync(folder, killed, { recursive: true });
  folder = killed;
  disk.fill();
  expect(await startAgain()).toMatchObject({
    state: 'failed',
    error: { code: 'DISK_FULL', detail: { reason: 'start' } },
  });
  disk.free();
  expect(await app.call.app.retry({})).toEqual({ state: 'ready' });
  expect(await app.call.phrases.list({})).toHaveLength(saved);
});

test('a start that fails for want of room lets go of the store, and a refused save says why at once', async () => {
  await app.call.documents.create(documentInput());
  disk.fill(20_000);
  await saveUntilRefused();
  expect(await trouble()).toBe('full');
  await app.close();
  disk.fill();
  await createTestApp({ folder }).then((again) => {
    app = again;
  });
  disk.free();
  expect(await app.call.app.retry({})).toEqual({ state: 'ready' });
});

test('room is looked at before a large file is attached, and the disk is named', async () => {
  const { id } = await app.call.documents.create(documentInput());
  const scan = join(tempFolder(), 'bản ký.pdf');
  writeFileSync(scan, Buffer.concat([contents.pdf('x'), Buffer.alloc(14_000_000)]));
  app.host.files = [scan];
  const tokens = (await app.call.attachments.choose({})).map(({ token }) => token);
  const attach = app.call.attachments.attach({ ownerKind: 'document', ownerId: id, role: 'scan', tokens });
  expect(await refusal(attach)).toMatchObject({
    code: 'DISK_FULL',
    detail: { reason: 'room', params: { disk: basename(disk.folder), needed: '29 MB' } },
  });
  app.host.folder = join(disk.folder, 'sao lưu');
  disk.fill(100_000);
  expect((await refusal(app.call.backup.create({}))).detail.reason).toBe('room');
  expect(readdirSync(app.host.folder)).toEqual([]);
});

test('without room anywhere the check does what it can on the store itself, and says what it left out', async () => {
  await app.call.documents.create(documentInput());
  disk.fill(1_000_000);
  vi.stubEnv('TMPDIR', disk.folder);
  expect(await app.call.journal.verify({})).toMatchObject({
    changeSets: 2,
    faults: [],
    skipped: ['structure'],
  });
  const { raw } = app.store();
  raw.exec(`DROP TRIGGER journalled_document_update; DROP TRIGGER temp.watch_document_update;
    UPDATE document SET subject = 'khác'`);
  const { faults } = await app.call.journal.verify({});
  expect(faults).toEqual([{ kind: 'row', seq: null, table: 'document' }]);
});
