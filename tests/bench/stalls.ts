import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { writeTempFile } from '../support/files.ts';
import { documentInput, setUpOffice } from '../support/records.ts';
import { createTestApp, type TestApp, tempFolder } from '../support/test-app.ts';

/** How long a piece of work took, and the longest time that the window would have waited meanwhile. */
export type Stall = { tookMs: number; longestMs: number };

export type Stalls = { megabytes: number } & Record<'attach' | 'verify' | 'backup' | 'inspect', Stall>;

const scanBytes = 50 * 1_048_576;

/** A store of many changes of long texts and some large scans: what checking it and copying it keeps waiting. */
export async function measureStalls(changes: number, scans: number): Promise<Stalls> {
  const app = await createTestApp({ checkOutput: false });
  app.host.folder = tempFolder();
  const id = await fill(app, changes);
  const attach = await stallOf(() => addScans(app, id, scans));
  const verify = await stallOf(() => app.call.journal.verify({}));
  const backup = await stallOf(async () => {
    const made = await app.call.backup.create({});
    app.host.backupFile = `${app.host.folder}/${made?.fileName}`;
  });
  const inspect = await stallOf(() => app.call.backup.inspect({}));
  const megabytes = statSync(app.host.backupFile ?? '').size / 2 ** 20;
  await app.close();
  return { megabytes, attach, verify, backup, inspect };
}

async function addScans({ call, host }: TestApp, id: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    host.files = [writeTempFile('quét.pdf', randomBytes(scanBytes))];
    const tokens = (await call.attachments.choose({})).map(({ token }) => token);
    await call.attachments.attach({ ownerKind: 'document', ownerId: id, role: 'scan', tokens });
  }
}

async function fill({ call }: TestApp, changes: number): Promise<string> {
  await setUpOffice(call);
  const { id } = await call.documents.create(documentInput());
  for (let n = 0; n < changes; n += 1) {
    const lines = Array.from(
      { length: 50 },
      (_, i) => `Đoạn ${i}, lần ${n}. ${'Phát triển kinh tế - xã hội của xã. '.repeat(7)}`,
    );
    await call.documents.save({ ...documentInput({ body: bodyFromLines(lines) }), id });
  }
  return id;
}

async function stallOf(work: () => Promise<unknown>): Promise<Stall> {
  const started = performance.now();
  let last = started;
  let longestMs = 0;
  const beat = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
  };
  const timer = setInterval(beat, 1);
  await work();
  beat();
  clearInterval(timer);
  return { tookMs: performance.now() - started, longestMs };
}
