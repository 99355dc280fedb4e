import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { packNext } from '#main/db/journal/pack.ts';
import { storeFileName } from '#main/db/store-files.ts';
import { killOnTheWay } from '../../support/kill-on-the-way.ts';
import { storeBytes } from '../../support/stores/fixture.ts';
import { createTestApp, removeTempFolders, tempFolder } from '../../support/test-app.ts';

afterEach(removeTempFolders);

const kills = 12;

test('kill -9 while saving loses no acknowledged save and leaves no half one', {
  timeout: 120_000,
}, async () => {
  const folder = tempFolder();
  const acknowledged = new Set<string>();
  for (let round = 0; round < kills; round += 1)
    for (const line of await killOnTheWay('save-until-killed.ts', folder, {
      round,
      afterMs: (round * 37) % 120,
    }))
      acknowledged.add(line);
  const app = await createTestApp({ folder });
  const stored = new Set((await app.call.documents.list({})).map((document) => document.subject));
  const report = await app.call.journal.verify({});
  await app.close();
  expect(acknowledged.size).toBeGreaterThan(kills);
  expect([...acknowledged].filter((subject) => !stored.has(subject))).toEqual([]);
  expect(report.faults).toEqual([]);
});

test('kill -9 while the journal is packed leaves each entry whole or packed, and what was saved between', {
  timeout: 120_000,
}, async () => {
  const folder = tempFolder();
  // Of a schema that knew no people: whoever is at the PC may save.
  writeFileSync(join(folder, storeFileName), storeBytes(5));
  const acknowledged: string[] = [];
  const packedTo: number[] = [];
  for (let round = 0; round < kills; round += 1) {
    acknowledged.push(
      ...(await killOnTheWay('pack-until-killed.ts', folder, { round, afterMs: (round * 7) % 40 })),
    );
    const app = await createTestApp({ folder });
    expect((await app.call.journal.verify({})).faults).toEqual([]);
    packedTo.push(
      Number(app.store().raw.prepare(`SELECT value FROM meta WHERE key = 'journal_packed'`).pluck().get()),
    );
    await app.close();
  }
  const app = await createTestApp({ folder });
  const { db, raw } = app.store();
  while (await db.transaction().execute(async () => packNext(raw))) {}
  const texts = new Set((await app.call.phrases.list({})).map(({ text }) => text));
  expect(acknowledged.length).toBeGreaterThan(kills);
  expect(acknowledged.filter((text) => !texts.has(text))).toEqual([]);
  // It went on where it was, and was killed while there was something left.
  expect(packedTo.toSorted((a, b) => a - b)).toEqual(packedTo);
  expect(new Set(packedTo).size).toBeGreaterThan(2);
  expect((await app.call.journal.verify({})).faults).toEqual([]);
  await app.close();
});
