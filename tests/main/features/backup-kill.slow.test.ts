import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inspectBackup } from '#main/db/backup-file.ts';
import { loadMigrations } from '#main/db/migrate.ts';
import { appRoot, copiesIn, createTestApp, removeTempFolders, tempFolder } from '../../support/test-app.ts';

afterAll(removeTempFolders);

const kills = 12;

test('kill -9 while backing up leaves no file under a final name that does not verify', {
  timeout: 120_000,
}, async () => {
  const app = await createTestApp();
  await app.call.app.loadDemo({});
  await app.close();
  const stick = tempFolder();
  const told = new Set<string>();
  // How long one backup takes on this machine, right now: the kills are spread over it, and a little beyond.
  let oneBackup = 0;
  for (let round = 0; round < kills; round += 1) {
    const writer = spawn(
      process.execPath,
      [join(appRoot, 'tests/support/back-up-until-killed.ts'), app.folder, stick],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let text = '';
    writer.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    await once(writer.stdout, 'data');
    const started = performance.now();
    if (round === 0) {
      await once(writer.stdout, 'data');
      oneBackup = performance.now() - started;
    } else await new Promise((resolve) => setTimeout(resolve, (oneBackup * 1.3 * round) / kills));
    writer.kill('SIGKILL');
    await once(writer, 'close');
    for (const line of text.split('\n').slice(1, -1)) told.add(line);
  }
  const files = readdirSync(stick).filter((name) => name.endsWith('.snq'));
  // The next program to open the store finds it well, and clears what was left beside it.
  const next = await createTestApp({ folder: app.folder });
  const schemaVersion = loadMigrations(join(appRoot, 'migrations')).length;
  for (const name of files) await inspectBackup(join(stick, name), schemaVersion);
  expect(files).toEqual(expect.arrayContaining([...told]));
  expect(told.size).toBeGreaterThan(0);
  expect((await next.call.journal.verify({})).faults).toEqual([]);
  next.host.folder = stick;
  await next.call.backup.create({});
  expect(readdirSync(stick).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(copiesIn(app.folder)).toEqual([]);
  await next.close();
});
