import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { leftOut } from '../../scripts/check/steps.ts';
import { appRoot } from '../support/test-app.ts';

test('a quick run names every step and every test file that it leaves out', () => {
  const slow = globSync('tests/**/*.slow.test.*', { cwd: appRoot }).map((file) => path.basename(file));
  expect(slow).not.toEqual([]);
  expect(leftOut()).toEqual(['Build', 'Program tests', ...slow.sort()]);
});
