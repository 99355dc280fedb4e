import { afterAll, expect, test } from 'vitest';
import { crossMigration, plainPlan } from '../../support/across-migration.ts';
import { removeTempFolders } from '../../support/test-app.ts';
import { trials } from '../../support/trial-migrations.ts';

afterAll(removeTempFolders);

/* What across-migration.slow.test.ts does with random commands. */
test.each(trials)('$name: undone, done again and looked back at, as it was on the way', async (trial) => {
  expect.hasAssertions();
  await crossMigration(trial, plainPlan(trial));
});
