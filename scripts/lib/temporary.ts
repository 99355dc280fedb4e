import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

// An interrupted run cannot remove its folder; the next one does, once its process is gone.
function removeLeftovers(): void {
  for (const name of readdirSync(runtimeDir)) {
    const pid = leftoverPid(name);
    if (pid === null || isRunning(pid)) continue;
    rmSync(path.join(runtimeDir, name), { recursive: true, force: true });
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
