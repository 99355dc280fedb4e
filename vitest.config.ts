import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/{shared,main,renderer,migrations,scripts}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Modules keep nothing that a test could find again: read once, they serve all files of a worker.
    isolate: false,
    maxWorkers: '100%',
    // The processes that tests start by the hundred, workers and command lines, do not compile the program anew.
    env: { NODE_COMPILE_CACHE: path.join(import.meta.dirname, '.cache', 'compiled') },
  },
});
