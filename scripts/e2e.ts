import { build, buildIsFresh } from './lib/build.ts';
import { displayIsMissing, exitOnSignals, startXvfb } from './lib/display.ts';
import { toolFile } from './lib/project.ts';
import { runNode } from './lib/run.ts';
import { ensureRuntime } from './runtime.ts';

// The tests on the real program: with the runtime of this machine, a fresh build, and a screen.
// Arguments are Playwright's own, such as part of a file's name or --grep.
async function main(): Promise<number> {
  exitOnSignals();
  const runtime = await ensureRuntime();
  if (!buildIsFresh()) {
    const { status, output } = await build();
    process.stdout.write(output);
    if (status !== 0) return status;
  }
  // Larger than the windows: Chromium takes a pixel off one that would fill a screen without a window manager.
  const display = displayIsMissing ? await startXvfb('1600x900') : null;
  const { status } = await runNode(
    toolFile('@playwright/test', 'playwright'),
    ['test', '--pass-with-no-tests', ...process.argv.slice(2)],
    {
      output: 'show',
      env: { ...process.env, ...runtime.env, ...(display && { DISPLAY: display.name }) },
    },
  );
  display?.stop();
  return status;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
