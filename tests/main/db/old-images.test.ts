import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { verifyStore } from '#main/db/journal/verify.ts';
import { loadMigrations, migrate } from '#main/db/migrate.ts';
import { storeFileName } from '#main/db/store-files.ts';
import { setUpOffice } from '../../support/records.ts';
import { listenToStatements } from '../../support/statements.ts';
import { storeBytes } from '../../support/stores/fixture.ts';
import { appRoot, createTestApp, removeTempFolders, tempFolder } from '../../support/test-app.ts';

afterAll(removeTempFolders);

const released = loadMigrations(join(appRoot, 'migrations'));
const head = { id: '01900000-0000-7000-8000-0000000000aa', origin: 'máy', at: '2026-01-01T00:00:00.000Z' };

test('what others got of a new column is asked once, however many rows there are', async () => {
  const listening = listenToStatements();
  const app = await createTestApp();
  await setUpOffice(app.call);
  for (let n = 0; n < 12; n += 1)
    await app.call.phrases.save({ abbreviation: `t${n}`, text: `Câu thứ ${n}` });
  const { raw } = app.store();
  const sql = `ALTER TABLE phrase ADD COLUMN trial TEXT NOT NULL DEFAULT 'a'; ALTER TABLE phrase ADD COLUMN other INTEGER`;
  migrate(raw, [...released, { version: released.length + 1, name: 'next.sql', sql }], head);
  let faults: unknown[] = ['not run'];
  const asked = await listening.during(async () => {
    faults = verifyStore(raw).faults;
  });
  listening.stop();
  expect(faults).toEqual([]);
  expect(asked.filter((one) => one.sql.includes(`command = 'migrate'`))).toHaveLength(2);
  await app.close();
});

test('an entry that is no JSON is told, and keeps no other row from being read', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, storeFileName), storeBytes(3));
  const app = await createTestApp({ folder });
  const { raw } = app.store();
  expect(verifyStore(raw).faults).toEqual([]);
  const rows = raw
    .prepare(`SELECT max(id) FROM change_row WHERE table_name = 'document' GROUP BY row_id`)
    .pluck();
  raw.exec('DROP TRIGGER change_row_keep');
  for (const id of rows.all()) {
    raw.exec('SAVEPOINT trial');
    raw.prepare(`UPDATE change_row SET after = '{"hong', before = '{' WHERE id = ?`).run(id);
    const kinds = verifyStore(raw).faults.map(({ kind }) => kind);
    expect(kinds).toContain('packing');
    raw.exec('ROLLBACK TO trial; RELEASE trial');
  }
  expect(verifyStore(raw).faults).toEqual([]);
  await app.close();
});
