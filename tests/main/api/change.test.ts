import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, everybody, type TaskContext } from '#main/api/context.ts';
import { createDispatcher, type Dispatcher } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { newestBasis } from '#main/db/journal/newest-changes.ts';
import type { BridgeEvent, Result } from '#shared/bridge.ts';
import { ruleError } from '#shared/errors.ts';
import { dump } from '../../support/random-commands.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import {
  createTestApp,
  fixedSources,
  refusal,
  removeTempFolders,
  type TestApp,
} from '../../support/test-app.ts';

let app: TestApp;
let now: string;
let events: BridgeEvent[];

beforeEach(async () => {
  now = '2026-03-02T05:00:00.000Z';
  events = [];
  app = await createTestApp({ sources: sources() });
  await setUpOffice(app.call);
});
afterEach(async () => {
  await app.close();
  removeTempFolders();
});

function sources() {
  return { ...fixedSources(), now: () => now, today: () => now.slice(0, 10) };
}

type Work = (ctx: TaskContext) => Promise<unknown>;
type Others = { actor?: Actor; remove?: (typeof handlers)['phrases']['remove'] };

/** The program with tasks (in the place of making a backup, and of the check that only reads) that do this work. */
function doorWith(
  work: Work,
  { actor = everybody, remove = handlers.phrases.remove }: Others = {},
): Dispatcher {
  return createDispatcher({
    handlers: {
      ...handlers,
      journal: {
        ...handlers.journal,
        verify: async (ctx) => {
          await work(ctx);
          return { changeSets: 0, rows: 0, head: '', faults: [], skipped: [] };
        },
      },
      phrases: { ...handlers.phrases, remove },
      backup: {
        ...handlers.backup,
        create: async (ctx) => {
          await work(ctx);
          return null;
        },
      },
    },
    services: app.program.services,
    sources: sources(),
    actor: () => actor,
    log: { error: (_, error) => app.logged.push(error) },
    emit: (event) => events.push(event),
    checkOutput: true,
  });
}

const runTask = (work: Work, others?: Others) => doorWith(work, others).invoke('backup.create', {}, 'job');
const phrase = (abbreviation: string) => ({ abbreviation, text: `chữ ${abbreviation}` });
const phrases = async () => (await app.call.phrases.list({})).map(({ abbreviation }) => abbreviation);
const newest = async () => (await app.call.journal.recent({ limit: 1 }))[0];
const codeOf = (result: Result<unknown>) => (result.ok ? 'OK' : result.error.code);

/** A promise that is kept by hand. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed };
}

describe('a change of a task', () => {
  test('is one change set of who began it, announced, taken back and done again as one', async () => {
    const before = dump(app);
    const result = await runTask((ctx) =>
      ctx.change('phrases.save', async ({ call, db }) => {
        await call.phrases.save(phrase('mot'));
        const { id } = await call.documents.create(documentInput());
        await call.documents.save({ ...documentInput({ subject: 'về việc khác' }), id });
        // What is done in it is seen in it.
        expect(await call.phrases.list({})).toHaveLength(1);
        await db
          .insertInto('phrase')
          .values({ id: 'hai', ...phrase('hai') })
          .execute();
      }),
    );
    expect(codeOf(result)).toBe('OK');
    const after = dump(app);
    expect(await newest()).toMatchObject({ seq: 2, command: 'phrases.save', actor: 'clerk', final: false });
    expect(events).toEqual([
      {
        kind: 'changed',
        change: { id: expect.any(String), seq: 2, command: 'phrases.save', undoable: true },
      },
      { kind: 'changed', change: null },
    ]);
    await app.call.journal.undo({});
    expect(dump(app)).toEqual(before);
    await app.call.journal.redo({});
    expect(dump(app)).toEqual(after);
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });

  test('that fails leaves nothing and announces nothing', async () => {
    const before = dump(app);
    const result = await runTask((ctx) =>
      ctx.change('phrases.save', async ({ call }) => {
        await call.phrases.save(phrase('mot'));
        throw ruleError('notSetUp');
      }),
    );
    expect(codeOf(result)).toBe('RULE');
    expect([dump(app), events]).toEqual([before, []]);
  });

  test('that changes nothing leaves no change set', async () => {
    await runTask((ctx) => ctx.change('phrases.save', ({ call }) => call.phrases.list({})));
    expect(await newest()).toMatchObject({ seq: 1 });
  });

  test('reads and checks what its commands are given, and asks whether they may be called', async () => {
    const clerk = { ...everybody, roles: ['clerk'] as const };
    const refused: string[] = [];
    const work: Work = (ctx) =>
      ctx.change('phrases.save', async ({ call }) => {
        const calls = [
          call.phrases.save({ abbreviation: '', text: '' }),
          call.users.save({ id: 'x', name: 'A', title: '', roles: ['clerk'], isActive: true }),
          call.journal.undo({}),
          call.search.find({ text: 'chim' }),
        ];
        for (const one of calls) refused.push((await refusal(one)).code);
      });
    expect(codeOf(await runTask(work, { actor: clerk }))).toBe('OK');
    expect(refused).toEqual(['VALIDATION', 'FORBIDDEN', 'INTERNAL', 'INTERNAL']);
    expect(app.logged.map(String)).toEqual([
      'Error: journal.undo cannot be a part of a change',
      'Error: search.find cannot be a part of a change',
    ]);
    const named: Work = (ctx) => ctx.change('users.save', async () => undefined);
    expect(codeOf(await runTask(named, { actor: clerk }))).toBe('FORBIDDEN');
  });

  test('keeps nothing of a command that is refused half way, and all of the others', async () => {
    const result = await runTask(
      (ctx) =>
        ctx.change('phrases.save', async ({ call }) => {
          const { id } = await call.phrases.save(phrase('mot'));
          expect(await refusal(call.phrases.remove({ id }))).toMatchObject({ code: 'RULE' });
          await call.phrases.save(phrase('hai'));
        }),
      {
        remove: async ({ db }) => {
          await db.deleteFrom('phrase').execute();
          throw ruleError('notSetUp');
        },
      },
    );
    expect(codeOf(result)).toBe('OK');
    expect(await phrases()).toEqual(['hai', 'mot']);
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });

  test('refuses what was saved elsewhere since it was read, and not what it saved itself', async () => {
    const { id } = await app.call.phrases.save(phrase('mot'));
    const basedOn = newestBasis(app.store().raw)?.id;
    const saveTwice: Work = (ctx) =>
      ctx.change('phrases.save', async ({ call }) => {
        await call.phrases.save({ ...phrase('hai'), id, basedOn });
        await call.phrases.save({ ...phrase('ba'), id, basedOn });
      });
    expect(codeOf(await runTask(saveTwice))).toBe('OK');
    expect(codeOf(await runTask(saveTwice))).toBe('CONFLICT');
    expect(await phrases()).toEqual(['ba']);
  });

  test('checks in tests what its commands give back', async () => {
    const { id } = await app.call.phrases.save(phrase('mot'));
    const result = await runTask(
      (ctx) => ctx.change('phrases.save', ({ call }) => call.phrases.remove({ id })),
      { remove: async () => JSON.parse('{"something":"else"}') },
    );
    expect(codeOf(result)).toBe('INTERNAL');
    expect(String(app.logged)).toContain('something');
  });

  test('does what is asked at once one after the other, also what nobody waited for', async () => {
    const result = await runTask((ctx) =>
      ctx.change('phrases.save', async ({ call }) => {
        const both = ['mot', 'hai', 'mot'].map((name) => call.phrases.save(phrase(name)));
        void Promise.allSettled(both);
        await both[0];
      }),
    );
    expect(codeOf(result)).toBe('OK');
    expect(await phrases()).toEqual(['hai', 'mot']);
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });

  test('takes nothing in once it is closed', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await runTask(async (ctx) => {
      const call = await ctx.change('phrases.save', async (inner) => inner.call);
      late = call.phrases.save(phrase('muon'));
      await expect(late).rejects.toThrow('phrases.save comes after the change');
    });
    expect(await phrases()).toEqual([]);
  });

  test('goes no further without its transaction', async () => {
    const result = await runTask(
      (ctx) =>
        ctx.change('phrases.save', async ({ call }) => {
          const { id } = await call.phrases.save(phrase('mot'));
          await call.phrases.remove({ id }).catch(() => undefined);
          await call.phrases.save(phrase('hai')).catch(() => undefined);
        }),
      {
        // As SQLite does on a full disk.
        remove: async ({ store }) => {
          store.raw.exec('ROLLBACK');
          throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
        },
      },
    );
    expect(codeOf(result)).toBe('DISK_FULL');
    expect(await phrases()).toEqual([]);
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });

  test('is final when something final was done in it, as what it is named after would be', async () => {
    const issue: Work = (ctx) =>
      ctx.change('documents.create', async ({ call }) => {
        const { id } = await call.documents.create(documentInput());
        await call.documents.issue({ id, date: '2021-12-24' });
      });
    expect(codeOf(await runTask(issue))).toBe('OK');
    expect(await newest()).toMatchObject({ command: 'documents.create', final: true });
    expect((await refusal(app.call.journal.undo({}))).code).toBe('FINAL');
    await runTask((ctx) => ctx.change('documents.issue', ({ call }) => call.phrases.save(phrase('mot'))));
    expect(await newest()).toMatchObject({ command: 'documents.issue', final: true });
  });
});

describe('while a change of a task is open', () => {
  test('commands and questions of the page wait in their order; nobody sees half of it', async () => {
    const [begun, goOn] = [gate(), gate()];
    const running = runTask((ctx) =>
      ctx.change('phrases.save', async ({ call }) => {
        await call.phrases.save(phrase('mot'));
        begun.open();
        await goOn.passed;
        await call.phrases.save(phrase('hai'));
      }),
    );
    await begun.passed;
    const order: string[] = [];
    const waiting = [
      phrases().then((found) => order.push(`listed ${found.length}`)),
      app.call.phrases.save(phrase('ba')).then(() => order.push('saved')),
      phrases().then((found) => order.push(`listed ${found.length}`)),
      app.call.drafts.put({ key: 'documents:new', value: 'đang viết' }).then(() => order.push('drafted')),
    ];
    for (let n = 0; n < 20; n += 1) await breathe();
    expect(order).toEqual([]);
    expect((await app.call.journal.steps({})).undo).toMatchObject({ seq: 1 });
    goOn.open();
    expect(codeOf(await running)).toBe('OK');
    await Promise.all(waiting);
    expect(order).toEqual(['listed 2', 'saved', 'listed 3', 'drafted']);
    expect((await app.call.journal.recent({})).map(({ command }) => command)).toEqual([
      'phrases.save',
      'phrases.save',
      'organisation.setup',
    ]);
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });

  test('the program breathes between two of its commands', async () => {
    let breaths = 0;
    const result = await runTask((ctx) =>
      ctx.change('phrases.save', async ({ call }) => {
        const tick = async () => {
          for (;;) {
            await breathe();
            breaths += 1;
            if (breaths > 30) return;
          }
        };
        const ticking = tick();
        for (let n = 0; n < 20; n += 1) await call.phrases.save(phrase(`p${n}`));
        expect(breaths).toBeGreaterThan(15);
        await ticking;
      }),
    );
    expect(codeOf(result)).toBe('OK');
  });

  test('the task uses nothing that would wait for it', async () => {
    const result = await runTask((ctx) =>
      ctx.change('phrases.save', async ({ call }) => {
        const tried = [
          () => ctx.call.phrases.list({}),
          () => ctx.local(async () => undefined),
          () => ctx.change('phrases.save', async () => undefined),
          async () => ctx.store(),
        ];
        for (const one of tried) await expect(one()).rejects.toThrow('within its change');
        await call.phrases.save(phrase('mot'));
      }),
    );
    expect(codeOf(result)).toBe('OK');
    await runTask((ctx) => ctx.call.phrases.save(phrase('hai')));
    expect(await phrases()).toEqual(['hai', 'mot']);
  });

  test('calling the task off leaves nothing', async () => {
    const door = doorWith((ctx) =>
      ctx.change('phrases.save', async ({ call }) => {
        await call.phrases.save(phrase('mot'));
        await door.invoke('app.cancel', { job: 'job' });
        await call.phrases.save(phrase('hai'));
      }),
    );
    expect(codeOf(await door.invoke('backup.create', {}, 'job'))).toBe('CANCELLED');
    expect(await phrases()).toEqual([]);
    expect(await door.invoke('app.cancel', { job: 'job' })).toMatchObject({ value: { cancelled: false } });
  });

  test('closing the program calls it off and waits for it', async () => {
    const begun = gate();
    const running = runTask((ctx) =>
      ctx.change('phrases.save', async ({ call }) => {
        for (let n = 0; ; n += 1) {
          await call.phrases.save(phrase(`p${n}`));
          begun.open();
        }
      }),
    );
    await begun.passed;
    await app.close();
    expect(codeOf(await running)).toBe('CANCELLED');
    app = await createTestApp({ folder: app.folder, sources: sources() });
    expect(await phrases()).toEqual([]);
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });
});

test('a task that only reads makes none', async () => {
  const verify: Work = (ctx) => ctx.change('phrases.save', ({ call }) => call.phrases.save(phrase('mot')));
  expect(codeOf(await doorWith(verify).invoke('journal.verify', {}))).toBe('INTERNAL');
  expect(String(app.logged)).toContain('only reads');
  expect(await phrases()).toEqual([]);
});

test('while an earlier day is shown no change begins', async () => {
  now = '2026-03-05T05:00:00.000Z';
  const result = await runTask(async (ctx) => {
    await app.call.journal.viewPast({ day: '2026-03-03' });
    await ctx.change('phrases.save', ({ call }) => call.phrases.save(phrase('mot')));
  });
  expect(codeOf(result)).toBe('PAST_IS_READ_ONLY');
  await app.call.journal.leavePast({});
  expect(await phrases()).toEqual([]);
});
