import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordTables } from '#main/db/journal/triggers.ts';
import { storeFileName } from '#main/db/store-files.ts';
import { addMember } from '../../support/records.ts';
import {
  copiesIn,
  createDemoApp,
  createTestApp,
  refusal,
  removeTempFolders,
  type TestApp,
  tempFolder,
} from '../../support/test-app.ts';

let app: TestApp;
let stick: string;
beforeEach(async () => {
  app = await createDemoApp();
  stick = join(tempFolder(), 'USB cơ quan');
  app.host.folder = stick;
});
afterEach(async () => {
  await app.close();
  removeTempFolders();
});

function dump(target: TestApp): Record<string, unknown[]> {
  const { raw } = target.store();
  const tables = [...recordTables(raw), 'change_set', 'change_row'];
  return Object.fromEntries(
    tables.map((table) => [table, raw.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all()]),
  );
}

async function makeBackup(): Promise<string> {
  const backup = await app.call.backup.create({});
  return join(stick, backup?.fileName ?? '');
}

async function inspect(file: string): Promise<string> {
  app.host.backupFile = file;
  return (await refusal(app.call.backup.inspect({}))).code;
}

describe('a backup', () => {
  test('is one file, named after the office, verified, and restores to the same rows elsewhere', async () => {
    const file = await makeBackup();
    expect(readdirSync(stick)).toEqual([
      expect.stringMatching(/^so-nghi-quyet_dang-uy-xa-son-lien_20211224-003000_\d+\.snq$/u),
    ]);
    const other = await createTestApp();
    other.host.backupFile = file;
    const found = await other.call.backup.inspect({});
    expect(found?.manifest).toMatchObject({
      officeName: 'Đảng ủy xã Sơn Liên',
      counts: { conference: 1, member: 18 },
    });
    await other.call.backup.restore({ token: found?.token ?? '' });
    expect(dump(other)).toEqual(dump(app));
    expect((await other.call.journal.verify({})).faults).toEqual([]);
    // What it was restored from is known there as the last backup, and its folder as that of the next.
    expect(await other.call.backup.list({})).toEqual(await app.call.backup.list({}));
    expect((await other.call.app.status({})).lastBackup).toMatchObject({ changesSince: 0 });
    other.host.folder = null;
    expect(await other.call.backup.create({ again: true })).toMatchObject({ folder: stick });
    await other.close();
  });

  test('is remembered, and the next one goes to the same place', async () => {
    await makeBackup();
    app.host.folder = null;
    await app.call.backup.create({ again: true });
    expect(readdirSync(stick)).toHaveLength(2);
    const listed = await app.call.backup.list({});
    expect(listed).toHaveLength(2);
    expect((await app.call.app.status({})).lastBackup).toMatchObject({ changesSince: 0 });
  });

  test('does not go again to a place that is not there', async () => {
    await makeBackup();
    rmSync(stick, { recursive: true });
    expect(await refusal(app.call.backup.create({ again: true }))).toEqual({
      code: 'FILE_UNWRITABLE',
      detail: { reason: 'folderGone', params: { folder: stick } },
    });
    expect(existsSync(stick)).toBe(false);
    expect(await app.call.backup.list({})).toHaveLength(1);
  });

  test('on the disk of the data says so; what lay on another one is not looked for on this', async () => {
    expect(await app.call.backup.create({})).toMatchObject({ isOnSameDisk: true });
    const { raw } = app.store();
    raw.prepare(`UPDATE preference SET value = 'other' WHERE key = 'backup_disk'`).run();
    expect((await refusal(app.call.backup.create({ again: true }))).detail.reason).toBe('folderGone');
    raw.prepare(`DELETE FROM preference WHERE key = 'backup_disk'`).run();
    expect(await app.call.backup.create({ again: true })).toMatchObject({ folder: stick });
  });

  test.each(['', 'sao lưu'])('never goes into the data folder: "%s"', async (within) => {
    app.host.folder = join(app.folder, within);
    expect(await refusal(app.call.backup.create({}))).toMatchObject({
      code: 'RULE',
      detail: { reason: 'backupInDataFolder' },
    });
  });

  test('nor through a link to it, also where a folder is still to be made', async () => {
    const link = join(tempFolder(), 'lối tắt');
    symlinkSync(app.folder, link);
    for (const folder of [link, join(link, 'mới')]) {
      app.host.folder = folder;
      expect((await refusal(app.call.backup.create({}))).detail.reason).toBe('backupInDataFolder');
    }
  });

  test('that was called off leaves nothing', async () => {
    app.host.folder = null;
    expect(await app.call.backup.create({})).toBeNull();
    expect(await app.call.backup.list({})).toEqual([]);
  });

  test('that cannot be written says so, leaves no part, and the store goes on', async () => {
    const blocked = join(tempFolder(), 'không phải thư mục');
    writeFileSync(blocked, '');
    app.host.folder = blocked;
    expect((await refusal(app.call.backup.create({}))).code).toBe('FILE_UNWRITABLE');
    expect(copiesIn(app.folder)).toEqual([]);
    expect((await app.call.conferences.list({})).length).toBe(1);
  });

  test('can be cancelled on the way and leaves neither a part nor an entry', async () => {
    const cancelled = app.program.dispatcher.invoke('backup.create', {}, 'job-1');
    queueMicrotask(() => app.program.dispatcher.cancel('job-1'));
    expect(await cancelled).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(existsSync(stick) ? readdirSync(stick) : []).toEqual([]);
    expect(copiesIn(app.folder)).toEqual([]);
    expect(await app.call.backup.list({})).toEqual([]);
  });

  test('tells how far it is', async () => {
    app.events.length = 0;
    await makeBackup();
    const stages = app.events.flatMap((event) => (event.kind === 'progress' ? [event.progress.stage] : []));
    const checking = ['verify', 'verifyChain', 'verifyRows', 'verifyContents'];
    expect(stages.filter((stage, index) => stage !== stages[index - 1])).toEqual([
      ...['write', 'compact', 'readFile', 'readBack'],
      ...checking,
    ]);
  });
});

describe('a bad backup', () => {
  test('every cut and every flipped bit is found', async () => {
    const file = await makeBackup();
    const good = readFileSync(file);
    for (let trial = 0; trial < 120; trial += 1) {
      const bytes = Buffer.from(good);
      const at = (trial * 7_919 * 31) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (trial % 8));
      // Blanks that fill up the footer carry nothing.
      if (good.subarray(at, at + 1).toString() === ' ' && at > good.length - 3_000) continue;
      writeFileSync(file, bytes);
      expect(['BACKUP_INVALID', 'STORE_FOREIGN', 'STORE_NEWER'], `byte ${at}`).toContain(await inspect(file));
    }
    for (const bytes of [0, 10, 4096, good.length >> 1, good.length - 4096, good.length - 1]) {
      writeFileSync(file, good);
      truncateSync(file, bytes);
      expect(['BACKUP_INVALID', 'STORE_FOREIGN'], `${bytes} bytes`).toContain(await inspect(file));
    }
  });

  test('of a newer program, of another program or missing has its own message', async () => {
    const file = await makeBackup();
    const bytes = readFileSync(file);
    bytes.writeUInt32BE(9999, 60);
    writeFileSync(file, bytes);
    expect(await inspect(file)).toBe('STORE_NEWER');
    writeFileSync(file, 'not a backup '.repeat(1000));
    expect(await inspect(file)).toBe('STORE_FOREIGN');
    expect(await inspect(join(stick, 'gone.snq'))).toBe('FILE_UNREADABLE');
  });

  test('is not restored, and the store stays as it was', async () => {
    const file = await makeBackup();
    app.host.backupFile = file;
    const found = await app.call.backup.inspect({});
    truncateSync(file, 9_000);
    const before = dump(app);
    expect((await refusal(app.call.backup.restore({ token: found?.token ?? '' }))).code).toBe(
      'BACKUP_INVALID',
    );
    expect(dump(app)).toEqual(before);
  });

  test('a path that nobody chose is no token', async () => {
    expect(
      (await refusal(app.call.backup.restore({ token: app.program.services.session.store().id }))).code,
    ).toBe('NOT_FOUND');
  });
});

describe('restoring', () => {
  test('over a newer store keeps that one in a folder of its own', async () => {
    const file = await makeBackup();
    const { terms } = await app.call.organisation.get({});
    await addMember(app.call, terms[0]?.id ?? '', 'Nhập sau khi sao lưu');
    app.host.backupFile = file;
    const found = await app.call.backup.inspect({});
    const { keptAs } = await app.call.backup.restore({ token: found?.token ?? '' });
    expect(await app.call.organisation.listMembers({ search: 'nhap sau' })).toEqual([]);
    const kept = await createTestApp({ folder: join(app.folder, keptAs ?? '') });
    expect(await kept.call.organisation.listMembers({ search: 'nhap sau' })).toHaveLength(1);
    await kept.close();
  });

  test('keeps what each of two replaced, also when the clock says the same', async () => {
    app.host.backupFile = await makeBackup();
    const { terms } = await app.call.organisation.get({});
    const kept: (string | null)[] = [];
    for (const name of ['Người Thứ Nhất', 'Người Thứ Hai']) {
      await addMember(app.call, terms[0]?.id ?? '', name);
      const inspected = await app.call.backup.inspect({});
      kept.push((await app.call.backup.restore({ token: inspected?.token ?? '' })).keptAs);
    }
    const stores = kept.map((name) => readFileSync(join(app.folder, name ?? '', storeFileName)));
    expect(
      stores.map((bytes) => [bytes.includes('Người Thứ Nhất'), bytes.includes('Người Thứ Hai')]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('heals a damaged store and a missing one', async () => {
    const file = await makeBackup();
    await app.close();
    writeFileSync(join(app.folder, storeFileName), 'ruined');
    const damaged = await createTestApp({ folder: app.folder });
    expect(damaged.program.services.session.startup()).toMatchObject({
      state: 'failed',
      error: { code: 'STORE_FOREIGN' },
    });
    damaged.host.backupFile = file;
    const found = await damaged.call.backup.inspect({});
    await damaged.call.backup.restore({ token: found?.token ?? '' });
    expect(await damaged.call.conferences.list({})).toHaveLength(1);
    await damaged.close();
  });

  test('of what then cannot be opened leaves the office with what it had', async () => {
    const file = await makeBackup();
    await app.call.phrases.save({ abbreviation: 'du', text: 'Đảng ủy' });
    app.host.backupFile = file;
    const found = await app.call.backup.inspect({});
    const { session } = app.program.services;
    const { open } = session;
    let opened = 0;
    session.open = async () => {
      opened += 1;
      return opened === 2 ? { state: 'failed', error: { code: 'DISK_FULL', detail: {} } } : open();
    };
    const refused = await refusal(app.call.backup.restore({ token: found?.token ?? '' }));
    expect(refused).toMatchObject({ code: 'DISK_FULL' });
    session.open = open;
    expect(await app.call.phrases.list({})).toHaveLength(1);
    expect(existsSync(join(app.folder, 'phuc-hoi.json'))).toBe(false);
    expect(existsSync(join(app.folder, 'da-thay.json'))).toBe(true);
    expect(await app.call.backup.leftovers({})).toHaveLength(1);
    await app.call.backup.restore({ token: found?.token ?? '' });
    expect(await app.call.phrases.list({})).toEqual([]);
  });

  test('that was cut off at any step is finished by the next start, with the old log out of the way', async () => {
    const file = await makeBackup();
    const incomingBytes = readFileSync(file).subarray(0, -4096);
    await app.close();
    const live = join(app.folder, storeFileName);
    const old = readFileSync(live);
    const plan = JSON.stringify({
      store: storeFileName,
      incoming: 'dang-phuc-hoi.tmp',
      keep: 'ban-bi-thay-1',
    });
    // What had already been moved when the power went.
    const moved: string[][] = [[], [storeFileName], [storeFileName, `${storeFileName}-wal`]];
    for (const names of moved) {
      const folder = tempFolder();
      copyFileSync(live, join(folder, storeFileName));
      writeFileSync(join(folder, `${storeFileName}-wal`), 'a log of the old store');
      writeFileSync(join(folder, 'dang-phuc-hoi.tmp'), incomingBytes);
      writeFileSync(join(folder, 'phuc-hoi.json'), plan);
      mkdirSync(join(folder, 'ban-bi-thay-1'));
      for (const name of names) renameSync(join(folder, name), join(folder, 'ban-bi-thay-1', name));
      const next = await createTestApp({ folder });
      expect(next.program.services.session.startup()).toEqual({ state: 'ready' });
      expect(await next.call.conferences.list({})).toHaveLength(1);
      expect(readFileSync(join(folder, 'ban-bi-thay-1', storeFileName)).equals(old)).toBe(true);
      expect(existsSync(join(folder, 'phuc-hoi.json'))).toBe(false);
      await next.close();
    }
  });
});
