import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageDir, readManifest, runtimeDir } from '../lib/project.ts';
import { runNode } from '../lib/run.ts';

const folder = packageDir('electron');
const failureFile = path.join(runtimeDir, 'official-download-failed.json');

export const officialVersion = readManifest(folder).version;

export type DownloadFailure = { version: string; date: string; reason: string };

/** The executable of the official package, when its download is complete; the checks of its own installer. */
export function installedOfficial(): string | null {
  try {
    const version = readFileSync(path.join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const executable = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8'));
    return version === officialVersion && existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/** What went wrong the last time, so that a machine that cannot download does not try at every start. */
export function rememberedFailure(): DownloadFailure | null {
  try {
    const failure = JSON.parse(readFileSync(failureFile, 'utf8')) as DownloadFailure;
    return failure.version === officialVersion ? failure : null;
  } catch {
    return null;
  }
}

export function forgetFailure(): void {
  rmSync(failureFile, { force: true });
}

export async function downloadOfficial(): Promise<string | DownloadFailure> {
  const { status, output } = await runNode(path.join(folder, 'install.js'), []);
  const executable = installedOfficial();
  if (status === 0 && executable !== null) return executable;
  const failure = {
    version: officialVersion,
    date: new Date().toISOString().slice(0, 10),
    reason: reasonIn(output),
  };
  mkdirSync(runtimeDir, { recursive: true });
  writeFileSync(failureFile, `${JSON.stringify(failure, null, 2)}\n`);
  return failure;
}

/** The line of an installer's output that says what happened, without its stack. */
export function reasonIn(output: string): string {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^\s*(at |\{|\})/.test(line));
  return (lines.find((line) => /error|failed/i.test(line)) ?? lines[0] ?? 'no reason given').trim();
}
