import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, buildIsFresh } from './lib/build.ts';
import { displayIsMissing, startXvfb } from './lib/display.ts';
import { cacheDir, projectDir, runtimeDir, sandboxArgs } from './lib/project.ts';
import { ensureRuntime, type Runtime } from './runtime.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
// npm changes to the project's folder; a path on the command line is meant from where the user stands.
const dataDir = values.data && path.resolve(process.env.INIT_CWD ?? '.', values.data);

async function main(): Promise<number> {
  const runtime = await ensureRuntime();
  if (!buildIsFresh()) {
    console.log('Building …');
    const { status, output } = await build();
    process.stdout.write(output);
    if (status !== 0) return status;
  }
  return displayIsMissing ? await startUnseen(runtime) : await startSeen(runtime);
}

function startSeen(runtime: Runtime): Promise<number> {
  const args = [...sandboxArgs, projectDir, ...(dataDir ? [`--data=${dataDir}`] : [])];
  const program = spawn(runtime.electronPath, args, {
    cwd: projectDir,
    stdio: 'inherit',
    env: { ...process.env, ...runtime.env },
  });
  // Ctrl+C reaches the program too: let it close by itself, and end with it.
  process.on('SIGINT', () => {});
  return new Promise((resolve, reject) => {
    program.on('error', reject);
    program.on('exit', (code) => resolve(code ?? 0));
  });
}

async function startUnseen(runtime: Runtime): Promise<number> {
  const { collectOutput, launchElectron, untilReady } = await import('./lib/electron.ts');
  const display = await startXvfb();
  console.log(`No display here: running under Xvfb on ${display.name}`);
  const folder = dataDir ?? path.join(runtimeDir, 'start-data');
  mkdirSync(folder, { recursive: true });
  console.log(`Data folder: ${folder}`);
  const app = await launchElectron({ runtime, dataDir: folder, env: { DISPLAY: display.name } });
  const closed = new Promise<void>((resolve) => app.once('close', () => resolve()));
  const output = collectOutput(app);
  try {
    const page = await app.firstWindow();
    await untilReady(page);
    const picture = path.join(cacheDir, 'start.png');
    await page.screenshot({ path: picture });
    console.log(`Screenshot: ${picture}`);
  } catch (error) {
    console.error(`The window did not get ready.\n${output()}`);
    await app.close();
    throw error;
  }
  // Nobody is there to close it.
  if (!process.stdin.isTTY) await app.close();
  else console.log('Running; Ctrl+C ends it');
  await closed;
  display.stop();
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
