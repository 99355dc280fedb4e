import { defineConfig } from 'vitest/config';

const controls = 'tests/renderer/ui';

export default defineConfig({
  test: {
    setupFiles: ['tests/support/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          environment: 'node',
          include: ['tests/{shared,main,renderer,migrations,scripts}/**/*.test.{ts,tsx}'],
          exclude: [`${controls}/**`],
        },
      },
      {
        extends: true,
        test: {
          name: 'controls',
          environment: 'happy-dom',
          include: [`${controls}/**/*.test.{ts,tsx}`],
          // Reading React and the library anew for each file would take longer than the tests.
          isolate: false,
        },
      },
    ],
  },
});
