import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir, toolFile } from './project.ts';
import { type RunResult, runNode } from './run.ts';

const outDir = path.join(projectDir, 'out');
const stamp = path.join(outDir, '.built');

// What the build reads. A folder's own time tells of removed files.
const inputs = [
  'src',
  'migrations',
  'templates',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
].map((name) => path.join(projectDir, name));

/** Builds main, preload and renderer into out/. */
export async function build(output: 'show' | 'keep' = 'keep'): Promise<RunResult> {
  const started = new Date();
  rmSync(stamp, { force: true });
  const result = await runNode(toolFile('electron-vite'), ['build', '--logLevel', 'warn'], { output });
  if (result.status === 0) {
    mkdirSync(outDir, { recursive: true });
    writeFileSync(stamp, '');
    // The start, not the end: a file saved while the build ran makes it stale.
    utimesSync(stamp, started, started);
  }
  return result;
}

export function buildIsFresh(): boolean {
  const built = modified(stamp);
  return built > 0 && Math.max(...inputs.map(newest)) <= built;
}

/** The newest modification below a file or folder, in milliseconds; 0 for what does not exist. */
export function newest(file: string): number {
  const own = modified(file);
  if (own === 0 || !statSync(file).isDirectory()) return own;
  return Math.max(own, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
