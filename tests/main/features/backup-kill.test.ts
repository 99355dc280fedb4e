import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inspectBackup } from '#main/features/backup/index.ts';
import { appRoot, createTestApp, removeTempFolders, tempFolder } from '../../support/test-app.ts';

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
    await new Promise((resolve) => setTimeout(resolve, 5 + ((round * 23) % 90)));
    writer.kill('SIGKILL');
    await once(writer, 'close');
    for (const line of text.split('\n').slice(1, -1)) told.add(line);
  }
  const version = app.program.services.schemaVersion;
  const files = readdirSync(stick).filter((name) => name.endsWith('.snq'));
  for (const name of files) await inspectBackup(join(stick, name), version, new AbortController().signal);
  expect(files).toEqual(expect.arrayContaining([...told]));
  expect(told.size).toBeGreaterThan(0);
  // The next program to open the store finds it well, and clears what was left beside it.
  const next = await createTestApp({ folder: app.folder });
  expect((await next.call.journal.verify({})).faults).toEqual([]);
  next.host.folder = stick;
  await next.call.backup.create({});
  expect(readdirSync(stick).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(readdirSync(app.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  await next.close();
});
