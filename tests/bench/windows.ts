import { spawn } from 'node:child_process';
import path from 'node:path';
import { sandboxArgs } from '../../scripts/lib/project.ts';
import type { Runtime } from '../../scripts/runtime.ts';

export type Start = { usableMs: number; megabytes: number };

const reporter = path.join(import.meta.dirname, 'report-ready.cjs');

/** One start from nothing to a usable page, as the operating system sees it. */
export function startOnce(
  runtime: Runtime,
  program: string,
  dataDir: string,
  settleMs: number,
): Promise<Start> {
  const started = performance.now();
  const child = spawn(runtime.electronPath, [...sandboxArgs, '-r', reporter, program, `--data=${dataDir}`], {
    env: { ...process.env, ...runtime.env, BENCH_SETTLE_MS: String(settleMs) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let usableMs = 0;
  let text = '';
  let errors = '';
  child.stderr.on('data', (part: Buffer) => {
    errors += part.toString();
  });
  child.stdout.on('data', (part: Buffer) => {
    text += part.toString();
    if (usableMs === 0 && text.includes('usable')) usableMs = performance.now() - started;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      const memory = /memory (\d+)/u.exec(text)?.[1];
      if (usableMs === 0 || !memory) reject(new Error(`${program} did not get usable\n${errors}`));
      else resolve({ usableMs, megabytes: Number(memory) / 1024 });
    });
  });
}
