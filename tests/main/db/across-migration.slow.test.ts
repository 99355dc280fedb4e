import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { crossMigration, type Plan, planOf } from '../../support/across-migration.ts';
import { removeTempFolders } from '../../support/test-app.ts';
import { trials } from '../../support/trial-migrations.ts';

afterEach(removeTempFolders);

describe.each(trials)('$name', (trial) => {
  test('is undone, done again and looked back at, whatever was done', { timeout: 180_000 }, async () => {
    expect.hasAssertions();
    const plans = planOf(trial, 12);
    await fc.assert(
      fc.asyncProperty(plans, (plan) => crossMigration(trial, plan)),
      {
        // To make the plan smaller takes minutes, and it is small.
        endOnFailure: true,
        numRuns: 8,
      },
    );
  });

  test('lies in the middle of a row that was saved more often than one is kept whole', {
    timeout: 60_000,
  }, async () => {
    expect.hasAssertions();
    const save = (at: number) => ({
      rows: [{ act: 'update', pick: 0, text: `${'các chi bộ '.repeat(80)}${at}`, number: at }] as const,
    });
    const saves = (from: number) => Array.from({ length: 30 }, (_, at) => save(from + at));
    const first = { rows: [{ act: 'insert', pick: 0, text: 'đầu', number: 3 }] as const };
    const acts = [[first, ...saves(0)], ...trial.next.map((_, at) => saves(100 * (at + 1)))];
    await crossMigration(trial, { acts, picks: [10, 29, 30, 31, 40, 59] } satisfies Plan);
  });
});
