import { readFileSync } from 'node:fs';
import path from 'node:path';

export const projectDir = path.resolve(import.meta.dirname, '..', '..');

// Both folders are ignored by git; deleting either costs time and nothing else.
export const runtimeDir = path.join(projectDir, '.runtime');
export const cacheDir = path.join(projectDir, '.cache');

export const isRoot = process.getuid?.() === 0;

export type Manifest = {
  name: string;
  version: string;
  main?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}

export function packageDir(name: string): string {
  return path.join(projectDir, 'node_modules', ...name.split('/'));
}

// Chromium's sandbox refuses to start as root; everywhere else it stays on.
export const sandboxArgs = process.platform === 'linux' && isRoot ? ['--no-sandbox'] : [];

/** The JavaScript file behind a command of a package, to be started with Node: no shell and no .cmd files needed. */
export function toolFile(packageName: string, command = packageName): string {
  const folder = packageDir(packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return path.join(folder, file);
}
