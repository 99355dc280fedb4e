import fc from 'fast-check';

/**
 * Property tests take the same cases at every run, so that a red check is the fault of the change it checks.
 * `SEED=random npx vitest run tests/…` takes others; what it finds becomes an example in the test.
 */
const seed = process.env.SEED ?? '20211224';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
