import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf } from '#main/api/client.ts';
import { theProgram } from '#main/api/context.ts';
import type { Job, JobContext, When } from '#main/jobs/job.ts';
import { createJobRunner, type JobRunner } from '#main/jobs/runner.ts';
import { actorName } from '#shared/features/journal/sentences.ts';
import { sayVietnamese } from '#shared/i18n/translate.ts';
import { setUpOffice } from '../../support/records.ts';
import { createTestApp, fixedSources, removeTempFolders, type TestApp } from '../../support/test-app.ts';
import { createFakePc, type FakePc } from './fake-pc.ts';

let app: TestApp;
let pc: FakePc;
let today: string;
let runner: JobRunner;
let logged: unknown[];
let done: string[];

beforeEach(async () => {
  today = '2026-03-02';
  const now = () => `${today}T05:00:00.000Z`;
  app = await createTestApp({ sources: { ...fixedSources(), now, today: () => today } });
  await setUpOffice(app.call);
  pc = createFakePc();
  [logged, done] = [[], []];
});
afterEach(async () => {
  await runner.stop();
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

function start(...jobs: Job[]): void {
  const { services, dispatcher } = app.program;
  const call = clientOf(dispatcher.as(theProgram));
  const log = { error: (id: string, error: unknown) => logged.push([id, String(error)]) };
  runner = createJobRunner({ jobs, ports: pc, services, call, log });
}

/** A job that notes that it was done, and does this as well. */
function job(name: string, when: When, also: (ctx: JobContext) => unknown = () => undefined): Job {
  const run = async (ctx: JobContext) => {
    done.push(name);
    await also(ctx);
  };
  return { name, when, run };
}

const afterChange = { kind: 'afterChange' } as const;
const asked = () => runner.watch(async () => undefined);

/** A promise that is kept by hand. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed };
}

describe('a job', () => {
  test('is done when the PC rests: once at the start, and once after changes', async () => {
    start(job('index', afterChange));
    await pc.pass(4_999);
    expect(done).toEqual([]);
    await pc.pass(1);
    expect(done).toEqual(['index']);
    await asked();
    await pc.pass(60_000);
    expect(done).toEqual(['index']);
    for (let n = 0; n < 3; n += 1) runner.changed();
    await asked();
    await pc.pass(60_000);
    expect(done).toEqual(['index', 'index']);
    expect(pc.waiting()).toBe(0);
  });

  test('is not begun while somebody types', async () => {
    start(job('index', afterChange));
    for (let key = 0; key < 40; key += 1) {
      pc.type();
      await pc.pass(1_000);
    }
    expect(done).toEqual([]);
    await pc.pass(4_000);
    expect(done).toEqual(['index']);
  });

  test('is not begun while a call runs, nor right after it', async () => {
    start(job('index', afterChange));
    const { open, passed } = gate();
    const call = runner.watch(() => passed);
    await pc.pass(600_000);
    expect(done).toEqual([]);
    open();
    await call;
    await pc.pass(4_999);
    expect(done).toEqual([]);
    await pc.pass(1);
    expect(done).toEqual(['index']);
    await expect(runner.watch(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });

  test('is not begun while an earlier day is shown', async () => {
    start(job('index', afterChange));
    today = '2026-03-05';
    await runner.watch(() => app.call.journal.viewPast({ day: '2026-03-03' }));
    await pc.pass(600_000);
    expect(done).toEqual([]);
    await runner.watch(() => app.call.journal.leavePast({}));
    await pc.pass(5_000);
    expect(done).toEqual(['index']);
  });

  test('is not begun while no store is open, also when it goes without a word', async () => {
    start(job('index', afterChange, () => expect(app.store().raw.open).toBe(true)));
    await app.program.services.session.close();
    await pc.pass(600_000);
    expect(done).toEqual([]);
    await runner.watch(() => app.call.app.retry({}));
    await pc.pass(5_000);
    expect(done).toEqual(['index']);
  });

  test.each([
    ['every', { kind: 'every', ms: 3_600_000 }, [1, 1, 2, 2]],
    ['idle', { kind: 'idle' }, [0, 0, 0, 1]],
    ['drive', { kind: 'drive' }, [0, 0, 0, 0]],
  ] as const)('of the kind %s has its own time', async (_, when, counts) => {
    start(job('it', when));
    const found: number[] = [];
    for (const ms of [5_000, 3_590_000, 10_000]) {
      await pc.pass(ms);
      found.push(done.length);
    }
    await asked();
    await pc.pass(5_000);
    expect([...found, done.length]).toEqual(counts);
  });

  test('is done for each drive that is put in', async () => {
    start(job('back up', { kind: 'drive' }), job('index', afterChange));
    await pc.pass(5_000);
    pc.putInDrive();
    await pc.pass(5_000);
    pc.putInDrive();
    await pc.pass(5_000);
    expect(done).toEqual(['index', 'back up', 'back up']);
  });
});

describe('jobs', () => {
  test('are done one at a time', async () => {
    const { open, passed } = gate();
    start(
      job('first', afterChange, () => passed),
      job('second', afterChange),
    );
    await pc.pass(60_000);
    expect(done).toEqual(['first']);
    open();
    await pc.pass(1_000);
    expect(done).toEqual(['first', 'second']);
  });

  test('what is changed while one runs is for its next time', async () => {
    const { open, passed } = gate();
    start(job('index', afterChange, () => passed));
    await pc.pass(5_000);
    runner.changed();
    open();
    await pc.pass(10_000);
    expect(done).toEqual(['index', 'index']);
  });

  test('whatever one throws is logged and tried again later and later, and hinders no other', async () => {
    let isBroken = true;
    start(
      job('broken', afterChange, () => {
        if (isBroken) throw new Error('the disk is full');
      }),
      job('sound', afterChange),
    );
    await pc.pass(5_000);
    expect([done, logged]).toEqual([['broken', 'sound'], [['job broken', 'Error: the disk is full']]]);
    const tries: number[] = [];
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      // A change brings it no sooner.
      runner.changed();
      await pc.pass(minutes * 60_000 - 1);
      const before = done.filter((name) => name === 'broken').length;
      await pc.pass(1);
      tries.push(done.filter((name) => name === 'broken').length - before);
    }
    expect(tries).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(logged).toHaveLength(9);
    isBroken = false;
    await pc.pass(3_600_000);
    runner.changed();
    await pc.pass(5_000);
    expect(logged).toHaveLength(9);
    expect(done.filter((name) => name === 'sound').length).toBeGreaterThan(8);
  });

  test('a store that is replaced under one is no fault, and it is done again', async () => {
    const { open, passed } = gate();
    start(
      job('index', afterChange, async ({ store }) => {
        await passed;
        await store.db.selectFrom('phrase').selectAll().execute();
      }),
    );
    await pc.pass(5_000);
    await runner.watch(async () => {
      await app.program.services.session.close();
      await app.program.services.session.open();
    });
    open();
    await pc.pass(5_000);
    expect([done, logged]).toEqual([['index', 'index'], []]);
  });

  test('are called off and waited for at the end, and none begins after it', async () => {
    let ended = false;
    start(
      job('first', afterChange, async ({ signal }) => {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        ended = true;
        signal.throwIfAborted();
      }),
      job('second', afterChange),
    );
    await pc.pass(5_000);
    await runner.stop();
    expect(ended).toBe(true);
    runner.changed();
    await asked();
    await pc.pass(600_000);
    expect([done, logged, pc.waiting(), pc.watchesDrives()]).toEqual([['first'], [], 0, false]);
  });

  test('act as the program: the journal says so, and it is nobody else to take back', async () => {
    await app.call.phrases.save({ abbreviation: 'hn', text: 'hội nghị' });
    await app.call.phrases.save({ abbreviation: 'nq', text: 'nghị quyết' });
    await app.call.journal.undo({});
    start(job('write', afterChange, ({ call }) => call.phrases.save({ abbreviation: 'ub', text: 'ủy ban' })));
    await pc.pass(5_000);
    await expect.poll(async () => (await app.call.phrases.list({})).length).toBe(2);
    const [newest] = await app.call.journal.recent({ limit: 1 });
    expect(newest).toMatchObject({ actor: 'program', command: 'phrases.save' });
    expect(newest && actorName(sayVietnamese, newest)).toBe('Chương trình');
    // What the clerk did stays what Ctrl+Z and Ctrl+Y are about.
    expect(await app.call.journal.steps({})).toMatchObject({ undo: { seq: 2 }, redo: { seq: 3 } });
    await app.call.journal.redo({});
    await app.call.journal.undo({ seq: newest?.seq });
    expect((await app.call.phrases.list({})).map(({ abbreviation }) => abbreviation)).toEqual(['hn', 'nq']);
  });
});
