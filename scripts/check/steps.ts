import { globSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from '../lib/build.ts';
import { cacheDir, projectDir, toolFile } from '../lib/project.ts';
import { runNode } from '../lib/run.ts';
import { type Counts, countsOf, none, playwrightCounts, vitestCounts } from './reports.ts';

/** Quick: without what is slow, for many times a day. */
export type Way = { isQuick: boolean };

export type Step = {
  name: string;
  /**
   * Slow steps are not begun by hand once something has failed; in CI everything that can run does. A quick run leaves
   * them out.
   */
  slow?: boolean;
  /** The step, by name, that this one cannot do without. */
  needs?: string;
  run: (way: Way) => Promise<Counts>;
};

/** Tests that set hundreds of pages, or start and kill processes by the dozen. */
const slowTests = 'tests/**/*.slow.test.{ts,tsx}';

export const steps: readonly Step[] = [
  {
    name: 'Format and lint',
    run: formatAndLint,
  },
  { name: 'Types', run: () => script('typecheck.ts') },
  { name: 'Unused code and dependencies', run: () => tool(toolFile('knip'), ['--no-progress']) },
  { name: 'Generated files', run: generatedFiles },
  { name: 'Lock file: every platform', run: () => script('check-lockfile.ts') },
  { name: 'Unit tests', run: unitTests },
  { name: 'Build', slow: true, run: async () => verdict((await build('show')).status) },
  { name: 'Program tests', slow: true, needs: 'Build', run: programTests },
];

const verdict = (status: number): Counts => ({ ...none, [status === 0 ? 'passed' : 'failed']: 1 });

async function tool(file: string, args: readonly string[]): Promise<Counts> {
  return verdict((await runNode(file, args, { output: 'show' })).status);
}

function script(name: string, args: readonly string[] = []): Promise<Counts> {
  return tool(path.join(projectDir, 'scripts', name), args);
}

async function formatAndLint(): Promise<Counts> {
  const args = ['check', '--diagnostic-level=warn', '--error-on-warnings'];
  const files = await tool(toolFile('@biomejs/biome', 'biome'), args);
  const layers = await script('lint.ts');
  return verdict(files.failed + layers.failed);
}

async function generatedFiles(): Promise<Counts> {
  const schema = await script('db-generate.ts', ['--check']);
  const coverage = await script('font-coverage.ts', ['--check']);
  return verdict(schema.failed + coverage.failed);
}

/** What a quick run does not look at. */
export function leftOut(): string[] {
  const files = globSync(slowTests, { cwd: projectDir }).map((file) => path.basename(file));
  return [...steps.filter(({ slow }) => slow).map(({ name }) => name), ...files.sort()];
}

async function unitTests({ isQuick }: Way): Promise<Counts> {
  const report = freshReport('vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // The configuration reads it: on the command line an exclusion does not reach the projects.
  if (isQuick) process.env.LEFT_OUT_TESTS = slowTests;
  const { status } = await runNode(toolFile('vitest'), args, { output: 'show' });
  return countsOf(report, status, vitestCounts);
}

async function programTests(): Promise<Counts> {
  if (globSync('tests/e2e/**/*.{spec,test}.ts', { cwd: projectDir }).length === 0) {
    console.log('There are none yet');
    return none;
  }
  const report = freshReport('playwright.json');
  const { status } = await runNode(path.join(projectDir, 'scripts', 'e2e.ts'), [], { output: 'show' });
  return countsOf(report, status, playwrightCounts);
}

// An old report must not stand in for a tool that crashed before it wrote its own.
function freshReport(name: string): string {
  const file = path.join(cacheDir, name);
  rmSync(file, { force: true });
  return file;
}
