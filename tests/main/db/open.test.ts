import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { holderFile, savedFile, seenFile, storeFileName } from '#main/db/store-files.ts';
import { setUpOffice } from '../../support/records.ts';
import { appRoot, createTestApp, removeTempFolders, tempFolder } from '../../support/test-app.ts';

afterEach(removeTempFolders);

async function startupCode(folder: string): Promise<string> {
  const app = await createTestApp({ folder });
  const startup = app.program.services.session.startup();
  await app.close();
  expect(app.logged).toEqual([]);
  return startup.state === 'ready' ? 'ready' : startup.error.code;
}

const nobodyId = 65_534;

/** Nothing is forbidden to root: it steps aside for that long. The folder is everybody's meanwhile. */
async function withoutRoot<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  chmodSync(folder, 0o777);
  process.seteuid?.(nobodyId);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

async function storeWithRecords(): Promise<{ folder: string; file: string }> {
  const folder = tempFolder();
  const app = await createTestApp({ folder });
  await setUpOffice(app.call);
  await app.close();
  return { folder, file: join(folder, storeFileName) };
}

describe('opening the store', () => {
  test('makes a new one in an empty folder, with every setting in force, and finds it again', async () => {
    const folder = tempFolder();
    const app = await createTestApp({ folder });
    const { raw } = app.store();
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(raw.pragma('synchronous', { simple: true })).toBe(2);
    expect(raw.pragma('locking_mode', { simple: true })).toBe('exclusive');
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(raw.pragma('recursive_triggers', { simple: true })).toBe(1);
    expect(raw.pragma('trusted_schema', { simple: true })).toBe(0);
    const { id } = app.store();
    await app.close();
    const again = await createTestApp({ folder });
    expect(again.store().id).toBe(id);
    await again.close();
  });

  test('leaves no log behind, so that a copy of the closed file is whole', async () => {
    const { file } = await storeWithRecords();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  const wrongFiles: readonly [name: string, code: string, spoil: (file: string) => void][] = [
    ['an empty file', 'STORE_EMPTY', (file) => writeFileSync(file, '')],
    ['a text file', 'STORE_FOREIGN', (file) => writeFileSync(file, 'biên bản '.repeat(400))],
    ['a short file', 'STORE_FOREIGN', (file) => writeFileSync(file, 'x')],
    [
      'a picture',
      'STORE_FOREIGN',
      (file) => writeFileSync(file, Buffer.concat([Buffer.from('89504e47', 'hex'), Buffer.alloc(9000)])),
    ],
    ["another program's database", 'STORE_FOREIGN', (file) => patch(file, 68, 0x12345678)],
    ['a newer version', 'STORE_NEWER', (file) => patch(file, 60, 9999)],
    ['a version nobody made', 'STORE_DAMAGED', (file) => patch(file, 60, 0)],
    ['a file cut after one page', 'STORE_DAMAGED', (file) => truncateSync(file, 4096)],
    ['a file cut in the middle', 'STORE_DAMAGED', (file) => truncateSync(file, 4096 * 20)],
    [
      'a file cut within a page',
      'STORE_DAMAGED',
      (file) => truncateSync(file, readFileSync(file).length - 100),
    ],
    [
      'a file with more than its pages',
      'STORE_DAMAGED',
      (file) => writeFileSync(file, Buffer.alloc(4096), { flag: 'a' }),
    ],
    ['garbage in its pages', 'STORE_DAMAGED', (file) => overwrite(file, 4096, Buffer.alloc(4096 * 12, 0xa5))],
  ];

  test.each(wrongFiles)('refuses %s with %s and does not write to it', async (_, code, spoil) => {
    const { folder, file } = await storeWithRecords();
    spoil(file);
    const before = readFileSync(file);
    expect(await startupCode(folder)).toBe(code);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('refuses a file with the log of another and writes to neither', async () => {
    const { folder, file } = await storeWithRecords();
    const other = await storeWithRecords();
    const app = await createTestApp({ folder });
    await app.call.organisation.saveTerm({ ordinal: 12, startsOn: '2015-01-01', endsOn: '2020-05-31' });
    const log = readFileSync(`${file}-wal`);
    await app.close();
    writeFileSync(`${other.file}-wal`, log);
    const before = readFileSync(other.file);
    expect(await startupCode(other.folder)).toBe('STORE_DAMAGED');
    expect(readFileSync(other.file).equals(before)).toBe(true);
    expect(readFileSync(`${other.file}-wal`).equals(log)).toBe(true);
    rmSync(`${other.file}-wal`);
    expect(await startupCode(other.folder)).toBe('ready');
  });

  test('a file that may only be read is not called damaged', async () => {
    const { folder, file } = await storeWithRecords();
    const app = await createTestApp({ folder });
    await app.program.services.session.close();
    chmodSync(file, 0o444);
    const startup = await withoutRoot(folder, app.program.services.session.open);
    expect(startup).toMatchObject({ state: 'failed', error: { code: 'STORE_READ_ONLY' } });
    chmodSync(file, 0o644);
    expect(await app.program.services.session.open()).toEqual({ state: 'ready' });
    await app.close();
  });

  test('refuses a link', async () => {
    const { file } = await storeWithRecords();
    const other = tempFolder();
    symlinkSync(file, join(other, storeFileName));
    expect(await startupCode(other)).toBe('STORE_PLACE');
  });

  test('refuses a path that Windows could not open', async () => {
    expect(await startupCode(join(tempFolder(), 'a'.repeat(200)))).toBe('STORE_PLACE');
  });

  test('notices that the file went missing, and makes no empty one in its place', async () => {
    const { folder, file } = await storeWithRecords();
    rmSync(file);
    expect(await startupCode(folder)).toBe('STORE_OLDER_THAN_SEEN');
    expect(existsSync(file)).toBe(false);
  });

  test('notices that an older copy was put over the file', async () => {
    const { folder, file } = await storeWithRecords();
    const old = join(tempFolder(), 'old');
    copyFileSync(file, old);
    const app = await createTestApp({ folder });
    await app.call.organisation.saveTerm({ ordinal: 12, startsOn: '2015-01-01', endsOn: '2020-05-31' });
    await app.close();
    copyFileSync(old, file);
    expect(await startupCode(folder)).toBe('STORE_OLDER_THAN_SEEN');
  });

  test('notices that what was saved last was lost with its log, and goes on only when told to', async () => {
    const { folder, file } = await storeWithRecords();
    const app = await createTestApp({ folder });
    await app.call.organisation.saveTerm({ ordinal: 12, startsOn: '2015-01-01', endsOn: '2020-05-31' });
    await expect.poll(() => JSON.parse(readFileSync(join(folder, savedFile), 'utf8')).seq).toBe(2);
    // As the disk has it when the plug is pulled, without the log.
    const lost = tempFolder();
    for (const name of [storeFileName, seenFile, savedFile].filter((one) => existsSync(join(folder, one))))
      copyFileSync(join(folder, name), join(lost, name));
    await app.close();

    const found = await createTestApp({ folder: lost });
    const { open, startup } = found.program.services.session;
    const older = { code: 'STORE_OLDER_THAN_SEEN', detail: { params: { found: 1, seen: 2 } } };
    expect(startup()).toMatchObject({ state: 'failed', error: older });
    expect(await found.call.app.openOlder({ found: 0 })).toMatchObject({ state: 'failed', error: older });
    expect(await found.call.app.openOlder({ found: 1 })).toEqual({ state: 'ready' });
    expect((await found.call.organisation.get({})).terms).toHaveLength(1);
    await found.close();
    // Told once, it is not told again.
    expect(await open()).toEqual({ state: 'ready' });
    await found.close();
    expect(existsSync(file)).toBe(true);
  });

  test('a restored store is not held to what its predecessor had seen', async () => {
    const { folder } = await storeWithRecords();
    const app = await createTestApp({ folder });
    const { call, host } = app;
    host.folder = tempFolder();
    const backup = await call.backup.create({});
    await call.organisation.saveTerm({ ordinal: 12, startsOn: '2015-01-01', endsOn: '2020-05-31' });
    await expect.poll(() => existsSync(join(folder, savedFile))).toBe(true);
    host.backupFile = join(host.folder, backup?.fileName ?? '');
    const inspected = await call.backup.inspect({});
    await call.backup.restore({ token: inspected?.token ?? '' });
    await app.close();
    expect(await startupCode(folder)).toBe('ready');
  });

  test('says who has it open, at once, and gets in when they leave', async () => {
    const { folder } = await storeWithRecords();
    const holder = spawn(process.execPath, [join(appRoot, 'tests/support/hold-store.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(holder.stdout, 'data');
      const started = performance.now();
      const app = await createTestApp({ folder });
      const startup = app.program.services.session.startup();
      expect(startup).toMatchObject({ state: 'failed', error: { code: 'STORE_HELD' } });
      expect(JSON.stringify(startup)).toContain('(');
      expect(performance.now() - started).toBeLessThan(2_000);
      await app.close();
    } finally {
      holder.kill('SIGKILL');
      await once(holder, 'exit');
    }
    expect(await startupCode(folder)).toBe('ready');
  });

  test('opens and closes also when it cannot write who has it open', async () => {
    const { folder } = await storeWithRecords();
    mkdirSync(join(folder, holderFile));
    expect(await startupCode(folder)).toBe('ready');
    expect(await startupCode(folder)).toBe('ready');
  });

  test('a start that was cut off while making the store leaves nothing in the way', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, `${storeFileName}.moi`), 'half');
    expect(await startupCode(folder)).toBe('ready');
  });
});

function patch(file: string, offset: number, value: number): void {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  overwrite(file, offset, bytes);
}

function overwrite(file: string, offset: number, bytes: Buffer): void {
  const content = readFileSync(file);
  bytes.copy(content, offset);
  writeFileSync(file, content);
}

test('the driver is the one that has the fixed log reset', () => {
  const raw = new Sqlite(':memory:');
  expect(raw.prepare('SELECT sqlite_version()').pluck().get()).toMatch(/^3\.(5[2-9]|[6-9]\d)|^3\.51\.[3-9]/u);
  raw.close();
});
