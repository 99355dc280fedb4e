import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordTables } from '#main/db/journal/triggers.ts';
import { verifyStore } from '#main/db/journal/verify.ts';
import { storeFileName } from '#main/db/store-files.ts';
import { createTestApp, removeTempFolders, tempFolder } from '../../support/test-app.ts';

let good: Buffer;
let contents: string;
const folder = tempFolder();
const file = join(folder, 'flipped.sqlite');

beforeAll(async () => {
  const app = await createTestApp();
  await app.call.app.loadDemo({});
  await app.close();
  copyFileSync(join(app.folder, storeFileName), file);
  good = readFileSync(file);
  contents = dump() ?? '';
});
afterAll(removeTempFolders);

const flips = 400;

test('every flipped bit that changes what is stored is found, and none brings the program down', {
  timeout: 60_000,
}, () => {
  let changed = 0;
  let missedBySqlite = 0;
  for (let trial = 0; trial < flips; trial += 1) {
    const bytes = Buffer.from(good);
    // Spread over the file by a stride that shares no factor with its size; the header page has tests of its own.
    const at = 4096 + ((trial * 999_983) % (bytes.length - 4096));
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (trial % 8));
    writeFileSync(file, bytes);
    if (dump() === contents) continue;
    changed += 1;
    const { found, bySqlite } = check();
    if (!bySqlite) missedBySqlite += 1;
    expect(found, `byte ${at}, bit ${trial % 8}`).toBe(true);
  }
  expect(changed).toBeGreaterThan(flips / 8);
  // Proves that the test bites: SQLite's own check alone would let most of them pass.
  expect(missedBySqlite).toBeGreaterThan(changed / 2);
});

function open(): Sqlite.Database {
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
  return new Sqlite(file, { readonly: true });
}

/** All records and the journal; null when they cannot even be read. */
function dump(): string | null {
  const raw = open();
  try {
    const tables = [...recordTables(raw), 'change_set', 'change_row', 'origin', 'meta'];
    return JSON.stringify(
      tables.map((table) => raw.prepare(`SELECT * FROM "${table}" NOT INDEXED ORDER BY 1`).all()),
    );
  } catch {
    return null;
  } finally {
    raw.close();
  }
}

function check(): { found: boolean; bySqlite: boolean } {
  const raw = open();
  try {
    const { faults } = verifyStore(raw);
    return { found: faults.length > 0, bySqlite: faults.some((fault) => fault.kind === 'structure') };
  } catch {
    return { found: true, bySqlite: true };
  } finally {
    raw.close();
  }
}
