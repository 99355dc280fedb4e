import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { replaceStore, takeBack } from '#main/db/replace.ts';
import { incomingPrefix, storeFileName } from '#main/db/store-files.ts';
import { setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, tempFolder } from '../../support/test-app.ts';

/** How many more steps on the disk are done before the power goes. */
const power = vi.hoisted(() => ({ steps: Number.POSITIVE_INFINITY }));

vi.mock('#main/db/durable-file.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('#main/db/durable-file.ts')>();
  const orCut =
    <A extends unknown[], R>(step: (...args: A) => R) =>
    (...args: A): R => {
      if (power.steps === 0) throw new Error('power cut');
      power.steps -= 1;
      return step(...args);
    };
  return {
    ...real,
    writeDurably: orCut(real.writeDurably),
    renamePatiently: orCut(real.renamePatiently),
    removeQuietly: orCut(real.removeQuietly),
    syncFolder: orCut(real.syncFolder),
  };
});

afterAll(removeTempFolders);

/** The folder of an office that has a log and marks, and the file of its earlier state that is to come. */
async function before(): Promise<{ folder: string; young: string }> {
  const first = await createTestApp({ folder: tempFolder() });
  await setUpOffice(first.call);
  await first.close();
  const young = join(tempFolder(), 'young.sqlite');
  copyFileSync(join(first.folder, storeFileName), young);
  const app = await createTestApp({ folder: first.folder });
  await app.call.phrases.save({ abbreviation: 'du', text: 'Đảng ủy' });
  const folder = tempFolder();
  cpSync(app.folder, folder, { recursive: true });
  await app.close();
  return { folder, young };
}

async function phrasesAtNextStart(folder: string): Promise<number> {
  const app = await createTestApp({ folder });
  expect(await app.call.app.status({})).toMatchObject({ isSetUp: true });
  const { length } = await app.call.phrases.list({});
  expect((await app.call.journal.verify({})).faults).toEqual([]);
  await app.close();
  return length;
}

/** @returns whether the power lasted to the end */
function restoreUntilCut(folder: string, steps: number): boolean {
  power.steps = steps;
  try {
    replaceStore(folder, storeFileName, join(folder, `${incomingPrefix}-1.sqlite`), '20211224-003000');
    return true;
  } catch {
    return false;
  } finally {
    power.steps = Number.POSITIVE_INFINITY;
  }
}

function nextStartUntilCut(folder: string, steps: number): Promise<void> {
  power.steps = steps;
  return createTestApp({ folder })
    .then((app) => app.close())
    .catch(() => undefined)
    .finally(() => {
      power.steps = Number.POSITIVE_INFINITY;
    });
}

function sweepIncoming(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(incomingPrefix)) rmSync(join(folder, name));
  }
}

test('wherever the power goes, and whatever sweeps the file away, the office is the old one or the new one', async () => {
  const { folder: made, young } = await before();
  const log = readFileSync(join(made, `${storeFileName}-wal`));
  expect(log.length).toBeGreaterThan(0);
  let isWhole = false;
  for (let steps = 0; !isWhole; steps += 1) {
    for (const isSwept of [false, true]) {
      const folder = tempFolder();
      cpSync(made, folder, { recursive: true });
      copyFileSync(young, join(folder, `${incomingPrefix}-1.sqlite`));
      isWhole = restoreUntilCut(folder, steps);
      const hasNew = !existsSync(join(folder, `${incomingPrefix}-1.sqlite`));
      if (isSwept) sweepIncoming(folder);
      // The next start is cut off as well, and the one after it.
      for (const again of [0, 1, 2, 3]) await nextStartUntilCut(folder, again);
      const isOld = (steps === 0 || isSwept) && !hasNew;
      expect([steps, isSwept, await phrasesAtNextStart(folder)]).toEqual([steps, isSwept, isOld ? 1 : 0]);
      // A log of the old store would ruin the new one.
      if (!isOld) expect(existsSync(join(folder, `${storeFileName}-wal`))).toBe(false);
    }
  }
});

test('nor is it lost while the old one is taken back, because the new one cannot be opened', async () => {
  const { folder: made } = await before();
  let isWhole = false;
  // The first step writes the plan: until it stands, nothing has begun.
  for (let steps = 1; !isWhole; steps += 1) {
    const folder = tempFolder();
    cpSync(made, folder, { recursive: true });
    const incoming = join(folder, `${incomingPrefix}-1.sqlite`);
    writeFileSync(incoming, 'ruined');
    const kept = replaceStore(folder, storeFileName, incoming, '20211224-003000');
    writeFileSync(join(folder, `${storeFileName}-wal`), 'ruined');
    power.steps = steps;
    try {
      isWhole = takeBack(folder, kept, incoming);
    } catch {
      isWhole = false;
    }
    power.steps = Number.POSITIVE_INFINITY;
    for (const again of [0, 1, 2, 3]) await nextStartUntilCut(folder, again);
    expect([steps, await phrasesAtNextStart(folder)]).toEqual([steps, 1]);
  }
});
