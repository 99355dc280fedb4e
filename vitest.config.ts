import path from 'node:path';
import { defineConfig } from 'vitest/config';

const controls = 'tests/renderer/ui/**/*.test.{ts,tsx}';
/** What a quick run leaves out: see scripts/check/steps.ts. */
const leftOut = process.env.LEFT_OUT_TESTS ? [process.env.LEFT_OUT_TESTS] : [];
/** They put a row of their own into what the program lists: nobody else may meet it. */
const trials = ['tests/main/features/new-document-type.test.ts', 'tests/main/records/new-record.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['tests/support/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Modules keep nothing that a test could find again: read once, they serve all files of a worker.
    isolate: false,
    maxWorkers: '100%',
    // The processes that tests start by the hundred, workers and command lines, do not compile the program anew.
    env: { NODE_COMPILE_CACHE: path.join(import.meta.dirname, '.cache', 'compiled') },
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          environment: 'node',
          include: ['tests/{shared,main,renderer,migrations,scripts}/**/*.test.{ts,tsx}'],
          exclude: [controls, ...trials, ...leftOut],
        },
      },
      { extends: true, test: { name: 'trials', environment: 'node', include: trials, isolate: true } },
      { extends: true, test: { name: 'controls', environment: 'happy-dom', include: [controls] } },
    ],
  },
});
