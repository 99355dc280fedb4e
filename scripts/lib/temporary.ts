import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { runtimeDir } from './project.ts';

const prefix = 'tmp-';

/** A work folder on the disk of `.runtime`, so that the finished thing can be renamed into place. */
export async function withWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(runtimeDir, { recursive: true });
  removeLeftovers();
  const folder = mkdtempSync(path.join(runtimeDir, `${prefix}${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const oneHour = 60 * 60_000;

// An interrupted run cannot remove its folder; the next one does, once its process is gone. (Its number may stay in
// use: by another program, or where nobody collects ended processes. No work here takes an hour.)
function removeLeftovers(): void {
  for (const name of readdirSync(runtimeDir)) {
    const pid = leftoverPid(name);
    if (pid === null) continue;
    const folder = path.join(runtimeDir, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (isRunning(pid) && age < oneHour) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

export function leftoverPid(name: string): number | null {
  const match = /^tmp-(\d+)-/.exec(name);
  return match ? Number(match[1]) : null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
