import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { clockedApp, dayOf } from '../../support/clocked-app.ts';
import { dump, perform, prepare, type Step, step } from '../../support/random-commands.ts';
import { createTestApp, removeTempFolders } from '../../support/test-app.ts';

afterEach(removeTempFolders);

test('an earlier day is the store as it was then, row by row, whatever was done', {
  timeout: 180_000,
}, async () => {
  const days = fc.array(fc.array(step, { maxLength: 6 }), { minLength: 2, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(days, async (plan: Step[][]) => {
      const app = await clockedApp();
      try {
        await prepare(app.call);
        const seen: ReturnType<typeof dump>[] = [];
        for (const [index, steps] of plan.entries()) {
          app.turnTo(index + 1);
          for (const next of steps) await perform(app, next);
          if (steps.length > 3) await app.call.journal.undo({});
          seen.push(dump(app));
        }
        app.turnTo(plan.length + 1);
        for (const [index, expected] of seen.entries()) {
          await app.call.journal.viewPast({ day: dayOf(index + 1) });
          expect(dump(app)).toEqual(expected);
          expect((await app.call.journal.verify({})).faults).toEqual([]);
        }
        await app.call.journal.leavePast({});
        expect(dump(app)).toEqual(seen.at(-1));
        expect((await app.call.journal.verify({})).faults).toEqual([]);
      } finally {
        await app.close();
      }
      expect(app.logged).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('undoing any run of commands leaves the store as it was, row by row; redoing them all, as they left it', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const trial = await createTestApp();
      try {
        await prepare(trial.call);
        const before = dump(trial);
        let done = 0;
        for (const next of steps) done += await perform(trial, next);
        const after = dump(trial);
        for (let i = 0; i < done; i += 1) await trial.call.journal.undo({});
        expect(dump(trial)).toEqual(before);
        for (let i = 0; i < done; i += 1) await trial.call.journal.redo({});
        expect(dump(trial)).toEqual(after);
        expect((await trial.call.journal.verify({})).faults).toEqual([]);
      } finally {
        await trial.close();
      }
    }),
    { numRuns: 25 },
  );
});
