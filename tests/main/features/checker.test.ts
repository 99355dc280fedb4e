import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { type FaultKind, verifyStore } from '#main/db/journal/verify.ts';
import { checkedFolderPrefix, snapshotFolderPrefix, storeFileName } from '#main/db/store-files.ts';
import { createChecker } from '#main/workers/checker-client.ts';
import { nodeSpawner } from '#main/workers/node-process.ts';
import type { SpawnWorker, WorkerHandle } from '#main/workers/worker-client.ts';
import type { WorkerAnswer } from '#main/workers/worker-protocol.ts';
import { errorText } from '#shared/i18n/translate.ts';
import { contents, writeTempFile } from '../../support/files.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import {
  copiesIn,
  createTestApp,
  refusal,
  removeTempFolders,
  type TestApp,
  tempFolder,
} from '../../support/test-app.ts';

let app: TestApp;
afterEach(async () => {
  await app.close();
  removeTempFolders();
});

/** A small office with a scan, closed. @returns its file, copied elsewhere */
async function smallStore(): Promise<string> {
  app = await createTestApp();
  await setUpOffice(app.call);
  const { id } = await app.call.documents.create(documentInput());
  app.host.files = [writeTempFile('quét.pdf', contents.pdf())];
  const tokens = (await app.call.attachments.choose({})).map(({ token }) => token);
  await app.call.attachments.attach({ ownerKind: 'document', ownerId: id, role: 'scan', tokens });
  await app.close();
  const file = join(tempFolder(), storeFileName);
  copyFileSync(join(app.folder, storeFileName), file);
  return file;
}

type Watched = { spawn: SpawnWorker; workers: WorkerHandle[] };

/** The real checker, which works but is never heard to be ready: a check of any size can then be cut off on the way. */
function endless(): Watched {
  const spawn = nodeSpawner();
  const workers: WorkerHandle[] = [];
  return {
    workers,
    spawn: (name) => {
      const worker = spawn(name);
      workers.push(worker);
      if (name !== 'checker') return worker;
      return {
        ...worker,
        onMessage: (listener) =>
          worker.onMessage((message) => {
            if ('progress' in (message as WorkerAnswer)) listener(message);
          }),
      };
    },
  };
}

/** Runs `then` once the program has come to that stage. */
function atStage(stage: string, then: () => void): void {
  const { push } = app.events;
  app.events.push = (...events) => {
    const added = push.apply(app.events, events);
    if (events.some((event) => event.kind === 'progress' && event.progress.stage === stage)) {
      app.events.push = push;
      then();
    }
    return added;
  };
}

describe('the process that checks', () => {
  const ruin: Record<FaultKind, string | ((raw: Sqlite.Database, file: string) => void)> = {
    structure: (raw, file) => {
      const page = raw
        .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'document'`)
        .pluck()
        .get() as number;
      raw.pragma('journal_mode = DELETE');
      raw.close();
      const broken = new Uint8Array(4096).fill(7);
      const bytes = readFileSync(file);
      bytes.set(broken, (page - 1) * 4096);
      writeFileSync(file, bytes);
    },
    reference: `PRAGMA foreign_keys = OFF; DROP TRIGGER journalled_body_delete; DELETE FROM body`,
    chain: `DROP TRIGGER change_set_keep; UPDATE change_set SET actor = 'x' WHERE seq = 1`,
    row: `DROP TRIGGER journalled_body_update; UPDATE body SET created_at = '2000-01-01T00:00:00.000Z'`,
    packing: `DROP TRIGGER change_row_keep; UPDATE change_row SET owner_id = 'x' WHERE id = 1`,
    // Its reference is what is missed first.
    loose: `PRAGMA foreign_keys = OFF; DROP TRIGGER change_set_stay; DELETE FROM change_set WHERE seq = 3`,
    content: `DROP TRIGGER attachment_content_keep; UPDATE attachment_content SET bytes = zeroblob(size)`,
  };

  test('finds each kind of fault, as the check itself does, and none in a sound store', {
    timeout: 60_000,
  }, async () => {
    const sound = await smallStore();
    const checker = createChecker(nodeSpawner());
    const file = join(tempFolder(), storeFileName);
    expect(await checker.verify({ file: sound })).toMatchObject({ changeSets: 3, faults: [] });
    for (const [kind, how] of Object.entries(ruin)) {
      copyFileSync(sound, file);
      const raw = new Sqlite(file);
      if (typeof how === 'string') raw.exec(how);
      else how(raw, file);
      if (raw.open) raw.close();
      const report = await checker.verify({ file });
      expect(
        report.faults.map((fault) => fault.kind),
        kind,
      ).toContain(kind === 'loose' ? 'reference' : kind);
      const again = new Sqlite(file, { readonly: true });
      expect(report).toEqual(verifyStore(again));
      again.close();
    }
    checker.dispose();
  });

  test('is started when there is something to check, and ended with the program', async () => {
    const { spawn, workers } = endless();
    app = await createTestApp({ spawn });
    await setUpOffice(app.call);
    expect(workers).toEqual([]);
    const check = app.program.dispatcher.invoke('journal.verify', {});
    await new Promise<void>((resolve) => atStage('verify', resolve));
    const gone = new Promise<void>((resolve) => workers[0]?.onExit(() => resolve()));
    await app.close();
    await gone;
    expect(await check).toMatchObject({ ok: false, error: { code: 'CHECK_FAILED' } });
    expect(app.logged).toEqual([]);
  });
});

describe('a check of the store', () => {
  test('tells how far it is; what was found is known until something changes', async () => {
    app = await createTestApp();
    await setUpOffice(app.call);
    const stages = async (known: boolean) => {
      app.events.length = 0;
      await app.call.journal.verify({ known });
      return app.events.flatMap((event) => (event.kind === 'progress' ? [event.progress.stage] : []));
    };
    const all = ['copy', 'verify', 'verifyChain', 'verifyRows', 'verifyContents'];
    expect([...new Set(await stages(true))]).toEqual(expect.arrayContaining(all.slice(1, -1)));
    expect(await stages(true)).toEqual([]);
    expect(await stages(false)).not.toEqual([]);
    await app.call.documents.create(documentInput());
    expect(await stages(true)).not.toEqual([]);
    expect(copiesIn(app.folder)).toEqual([]);
  });

  test('keeps no save waiting', async () => {
    app = await createTestApp();
    await setUpOffice(app.call);
    const large = app
      .store()
      .raw.prepare('INSERT INTO attachment_content (sha256, size, bytes) VALUES (?, ?, zeroblob(?))');
    for (const mark of ['a', 'b']) large.run(mark.repeat(64), 40_000_000, 40_000_000);
    const answered: string[] = [];
    const check = app.call.journal.verify({}).then(({ faults }) => {
      answered.push('check');
      return faults;
    });
    await new Promise<void>((resolve) => atStage('verify', resolve));
    await app.call.documents.create(documentInput());
    answered.push('save');
    // The save came after the copy was taken, so it is not in the report.
    expect((await check).map(({ kind }) => kind)).toEqual(['content', 'content']);
    expect(answered).toEqual(['save', 'check']);
  });

  test('begins when the command that is running has ended', async () => {
    app = await createTestApp();
    await setUpOffice(app.call);
    const { db } = app.store();
    let check = Promise.resolve<{ changeSets: number }>({ changeSets: 0 });
    await db.transaction().execute(async (open) => {
      await open.insertInto('preference').values({ key: 'x', value: 'y' }).execute();
      check = app.call.journal.verify({});
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(await check).toMatchObject({ changeSets: 1, faults: [] });
  });

  test('can be called off, and leaves nothing behind; the next one is a new one', async () => {
    const { spawn, workers } = endless();
    app = await createTestApp({ spawn });
    await setUpOffice(app.call);
    for (const stage of ['verify', 'verifyRows']) {
      const check = app.program.dispatcher.invoke('journal.verify', {}, 'job-1');
      atStage(stage, () => app.program.dispatcher.cancel('job-1'));
      expect(await check).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
      expect(copiesIn(app.folder)).toEqual([]);
    }
    expect(workers).toHaveLength(2);
    expect(app.logged).toEqual([]);
  });

  test('waits for its turn, and can be called off while it waits', async () => {
    const { spawn, workers } = endless();
    app = await createTestApp({ spawn });
    await setUpOffice(app.call);
    const { invoke, cancel } = app.program.dispatcher;
    const first = invoke('journal.verify', {}, 'first');
    await new Promise<void>((resolve) => atStage('verify', resolve));
    const second = invoke('journal.verify', {}, 'second');
    setTimeout(() => cancel('second'), 50);
    expect(await second).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    cancel('first');
    expect(await first).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(workers).toHaveLength(1);
    expect(copiesIn(app.folder)).toEqual([]);
  });

  test('that a dead program left goes at the next start', async () => {
    app = await createTestApp();
    await app.close();
    for (const prefix of [checkedFolderPrefix, snapshotFolderPrefix]) {
      const left = join(app.folder, `${prefix}abc123`);
      mkdirSync(left);
      writeFileSync(join(left, storeFileName), 'half');
    }
    app = await createTestApp({ folder: app.folder });
    expect(copiesIn(app.folder)).toEqual([]);
  });
});

describe('a process that dies while it checks', () => {
  /** Dies at that stage of the method. @returns what is answered */
  async function dying(stage: string, run: () => Promise<unknown>, workers: WorkerHandle[]) {
    atStage(stage, () => workers.at(-1)?.kill());
    return refusal(run());
  }

  test('says neither that all is well nor that something is broken, and leaves nothing', async () => {
    app = await createTestApp();
    await setUpOffice(app.call);
    const stick = tempFolder();
    app.host.folder = stick;
    const made = await app.call.backup.create({});
    await app.close();
    const { spawn, workers } = endless();
    app = await createTestApp({ folder: app.folder, spawn });
    app.host.folder = tempFolder();
    app.host.backupFile = join(stick, made?.fileName ?? '');
    const errors = [
      await dying('verify', () => app.call.journal.verify({}), workers),
      await dying('compact', () => app.call.backup.create({}), workers),
      await dying('verifyRows', () => app.call.backup.inspect({}), workers),
    ];
    for (const error of errors) {
      expect(error).toEqual({
        code: 'CHECK_FAILED',
        detail: { reason: 'crashed', logId: expect.any(String) },
      });
      expect(errorText('vi', error)).toMatch(/^Chưa kiểm tra xong/u);
    }
    expect(workers).toHaveLength(3);
    expect(copiesIn(app.folder)).toEqual([]);
    expect(readdirSync(app.host.folder)).toEqual([]);
    expect(await app.call.backup.list({})).toHaveLength(1);
    expect(app.logged.splice(0)).toHaveLength(errors.length);
  });
});
