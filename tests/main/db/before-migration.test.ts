import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { loadMigrations } from '#main/db/migrate.ts';
import { openStore } from '#main/db/open.ts';
import { beforeMigrationFolder, incomingPrefix, storeFileName } from '#main/db/store-files.ts';
import { appRoot, createTestApp, removeTempFolders } from '../../support/test-app.ts';

afterEach(removeTempFolders);

const released = loadMigrations(join(appRoot, 'migrations'));
const failing = [
  ...released,
  { version: released.length + 1, name: 'failing', sql: 'SELECT none FROM none' },
];

let hour = 0;

/** The start of a program whose migration fails: each at another time. */
function startInVain(folder: string): void {
  hour += 1;
  const now = () => `2021-12-24T${String(hour).padStart(2, '0')}:00:00.000Z`;
  const report = () => undefined;
  expect(() => openStore({ folder, migrations: failing, now, newId: uuidv7, report })).toThrow();
}

const copiesOf = (folder: string) => readdirSync(join(folder, beforeMigrationFolder));

test('a migration that fails at each start leaves one copy of each state of the store', async () => {
  const app = await createTestApp();
  await app.close();
  for (let start = 0; start < 3; start += 1) startInVain(app.folder);
  expect(copiesOf(app.folder)).toHaveLength(1);
  const between = await createTestApp({ folder: app.folder });
  await between.call.phrases.save({ abbreviation: 'du', text: 'Đảng ủy' });
  await between.close();
  for (let start = 0; start < 3; start += 1) startInVain(app.folder);
  expect(copiesOf(app.folder)).toHaveLength(2);
});

test('a copy that was cut off has no name that a copy has, and is made again', async () => {
  const app = await createTestApp();
  await app.close();
  startInVain(app.folder);
  const [name = ''] = copiesOf(app.folder);
  const whole = readFileSync(join(app.folder, beforeMigrationFolder, name));
  writeFileSync(join(app.folder, beforeMigrationFolder, `v${released.length}.moi`), whole.subarray(0, 5000));
  startInVain(app.folder);
  expect(copiesOf(app.folder)).toEqual([name]);
});

test('what was left by restores and migrations is told, and only that is cleared', async () => {
  const app = await createTestApp();
  await app.close();
  startInVain(app.folder);
  const [name = ''] = copiesOf(app.folder);
  const copies = join(app.folder, beforeMigrationFolder);
  const whole = readFileSync(join(copies, name));
  const other = Buffer.from(whole);
  other.write('x', whole.length - 1);
  const replaced = 'ban-bi-thay-1';
  writeFileSync(join(copies, 'v9-2021-12-25.sqlite'), whole);
  writeFileSync(join(copies, 'v9-2021-12-26.sqlite'), other);
  writeFileSync(join(copies, 'v9.moi'), 'half');
  writeFileSync(join(app.folder, `${incomingPrefix}.tmp`), 'half');
  writeFileSync(join(app.folder, replaced), 'kept');
  const next = await createTestApp({ folder: app.folder });
  const found = await next.call.backup.leftovers({});
  expect(found).toEqual([
    { fileName: 'dang-phuc-hoi.tmp', bytes: 4 },
    { fileName: join(beforeMigrationFolder, 'v9.moi'), bytes: 4 },
    { fileName: join(beforeMigrationFolder, 'v9-2021-12-25.sqlite'), bytes: whole.length },
  ]);
  await next.call.backup.clearLeftovers({
    fileNames: [storeFileName, replaced, '../x', ...found.map(({ fileName }) => fileName)],
  });
  expect(await next.call.backup.leftovers({})).toEqual([]);
  expect(copiesOf(app.folder)).toEqual([name, 'v9-2021-12-26.sqlite']);
  expect([storeFileName, replaced].every((kept) => existsSync(join(app.folder, kept)))).toBe(true);
  await next.close();
});
