import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { restorePlanFile, savedFile, seenFile, storeFileName } from '#main/db/store-files.ts';
import { setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, tempFolder } from '../../support/test-app.ts';

const keep = 'ban-bi-thay-20211224-003000';
const incoming = 'dang-phuc-hoi-1.sqlite';
const log = `${storeFileName}-wal`;

type Files = Record<string, Buffer | string>;
let old: Buffer;
let mark: Buffer;
let young: Buffer;

/** Both of one office: the young one, an earlier state of it, is the one that was to come. */
beforeAll(async () => {
  const app = await createTestApp({ folder: tempFolder() });
  await setUpOffice(app.call);
  await app.close();
  young = readFileSync(join(app.folder, storeFileName));
  const later = await createTestApp({ folder: app.folder });
  await later.call.phrases.save({ abbreviation: 'du', text: 'Đảng ủy' });
  await later.close();
  old = readFileSync(join(app.folder, storeFileName));
  mark = readFileSync(join(app.folder, seenFile));
  removeTempFolders();
});

afterEach(removeTempFolders);

function folderOf(files: Files): string {
  const folder = tempFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const plan = JSON.stringify({ store: storeFileName, incoming, keep, hadStore: true });
const oldPlan = JSON.stringify({ store: storeFileName, incoming, keep });

async function shown(folder: string) {
  const app = await createTestApp({ folder });
  const startup = app.program.services.session.startup();
  if (startup.state === 'failed') {
    await app.close();
    return startup.error;
  }
  const { isSetUp, isRestoreTakenBack } = await app.call.app.status({});
  const phrases = (await app.call.phrases.list({})).length;
  await app.close();
  return { isSetUp, isRestoreTakenBack, phrases };
}

const oldOffice = { isSetUp: true, isRestoreTakenBack: true, phrases: 1 };
const youngOffice = { isSetUp: true, isRestoreTakenBack: false, phrases: 0 };

describe('a restore that was cut off', () => {
  const where: readonly [string, (note: string) => Files, unknown][] = [
    [
      'before anything was moved, its file gone',
      (note) => ({ [restorePlanFile]: note, [storeFileName]: old, [seenFile]: mark }),
      oldOffice,
    ],
    [
      'with the store moved, its file gone',
      (note) => ({ [restorePlanFile]: note, [join(keep, storeFileName)]: old, [seenFile]: mark }),
      oldOffice,
    ],
    [
      'with the store and its marks moved, as earlier programs did, its file gone',
      (note) => ({
        [restorePlanFile]: note,
        [join(keep, storeFileName)]: old,
        [join(keep, seenFile)]: mark,
        [join(keep, savedFile)]: mark,
      }),
      oldOffice,
    ],
    [
      'with the store moved and its file there',
      (note) => ({
        [restorePlanFile]: note,
        [join(keep, storeFileName)]: old,
        [seenFile]: mark,
        [incoming]: young,
      }),
      youngOffice,
    ],
    [
      'when the new one stood',
      (note) => ({
        [restorePlanFile]: note,
        [join(keep, storeFileName)]: old,
        [seenFile]: mark,
        [storeFileName]: young,
      }),
      youngOffice,
    ],
  ];
  test.each(where)('%s, shows an office that is not empty', async (_, files, expected) => {
    for (const note of [plan, oldPlan]) {
      const folder = folderOf(files(note));
      expect(await shown(folder)).toEqual(expected);
      expect(existsSync(join(folder, restorePlanFile))).toBe(false);
      expect(existsSync(join(folder, seenFile))).toBe(true);
    }
  });

  test('keeps the marks with what was replaced, once the new one stands', async () => {
    const folder = folderOf({
      [restorePlanFile]: plan,
      [storeFileName]: old,
      [seenFile]: mark,
      [incoming]: young,
    });
    expect(await shown(folder)).toEqual(youngOffice);
    expect(readFileSync(join(folder, keep, seenFile)).equals(mark)).toBe(true);
    expect(readFileSync(join(folder, keep, storeFileName)).equals(old)).toBe(true);
  });

  test('is taken back with its log, also when that is cut off too', async () => {
    const app = await createTestApp({ folder: folderOf({ [storeFileName]: old }) });
    await app.call.phrases.save({ abbreviation: 'bt', text: 'Ban Thường vụ' });
    const parts = [storeFileName, log].map((name) => readFileSync(join(app.folder, name)));
    await app.close();
    const [file = '', itsLog = ''] = parts;
    for (const isLogBack of [false, true]) {
      const folder = folderOf({
        [restorePlanFile]: plan,
        [join(keep, storeFileName)]: file,
        [isLogBack ? log : join(keep, log)]: itsLog,
      });
      expect(await shown(folder)).toEqual({ ...oldOffice, phrases: 2 });
    }
  });

  test('with nothing left but its plan is told, and makes no empty office', async () => {
    const folder = folderOf({ [restorePlanFile]: plan });
    const told = { code: 'STORE_DAMAGED', detail: { reason: 'restoreLost' } };
    expect(await shown(folder)).toEqual(told);
    const app = await createTestApp({ folder });
    await expect(app.call.app.giveUpRestore({})).rejects.toMatchObject(told);
    await app.close();
    expect(await shown(folder)).toEqual(told);
    expect(existsSync(join(folder, storeFileName))).toBe(false);
  });

  test('of which only the kept store is left makes no empty office', async () => {
    const folder = folderOf({ [join(keep, storeFileName)]: old });
    expect(await shown(folder)).toEqual({ code: 'STORE_DAMAGED', detail: { reason: 'restoreLost' } });
  });

  const unreadable: readonly [string, () => Files, number][] = [
    ['what stands there', () => ({ [storeFileName]: old, [incoming]: young }), 1],
    [
      'what was replaced last',
      () => ({
        [join('ban-bi-thay-1', storeFileName)]: young,
        [join(keep, storeFileName)]: old,
        [incoming]: young,
      }),
      1,
    ],
  ];
  test.each(unreadable)(
    'with a plan that nobody can read is told; the way out is %s',
    async (_, files, phrases) => {
      const folder = folderOf({ [restorePlanFile]: '{"store', ...files() });
      expect(await shown(folder)).toEqual({ code: 'STORE_DAMAGED', detail: { reason: 'restorePlan' } });
      const app = await createTestApp({ folder });
      expect(await app.call.app.giveUpRestore({})).toEqual({ state: 'ready' });
      expect(await app.call.phrases.list({})).toHaveLength(phrases);
      expect(existsSync(join(folder, incoming))).toBe(true);
      await app.close();
    },
  );
});
