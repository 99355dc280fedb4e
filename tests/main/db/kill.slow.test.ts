import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { appRoot, createTestApp, removeTempFolders, tempFolder } from '../../support/test-app.ts';

afterEach(removeTempFolders);

const kills = 12;

test('kill -9 while saving loses no acknowledged save and leaves no half one', {
  timeout: 120_000,
}, async () => {
  const folder = tempFolder();
  const acknowledged = new Set<string>();
  for (let round = 0; round < kills; round += 1) {
    const writer = spawn(
      process.execPath,
      [join(appRoot, 'tests/support/save-until-killed.ts'), folder, String(round)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let text = '';
    writer.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    await once(writer.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, (round * 37) % 120));
    writer.kill('SIGKILL');
    await once(writer, 'close');
    for (const line of text.split('\n').slice(0, -1)) acknowledged.add(line);
  }
  const app = await createTestApp({ folder });
  const stored = new Set((await app.call.documents.list({})).map((document) => document.subject));
  const report = await app.call.journal.verify({});
  await app.close();
  expect(acknowledged.size).toBeGreaterThan(kills);
  expect([...acknowledged].filter((subject) => !stored.has(subject))).toEqual([]);
  expect(report.faults).toEqual([]);
});
