import { displayIsMissing, exitOnSignals, startXvfb } from './lib/display.ts';
import { sandboxArgs, toolFile } from './lib/project.ts';
import { runNode } from './lib/run.ts';
import { ensureRuntime } from './runtime.ts';

// electron-vite's development server, with the Electron that works on this machine.
exitOnSignals();
const runtime = await ensureRuntime();
const display = displayIsMissing ? { DISPLAY: (await startXvfb()).name } : {};
const noSandbox = sandboxArgs.length > 0 ? ['--noSandbox'] : [];
const { status } = await runNode(
  toolFile('electron-vite'),
  ['--watch', ...noSandbox, ...process.argv.slice(2)],
  {
    output: 'show',
    env: { ...process.env, ...runtime.env, ...display },
  },
);
process.exitCode = status;
