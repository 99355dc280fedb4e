import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { ensureXvfb } from '../runtime/packages.ts';

export type Display = { name: string; stop: () => void };

export const displayIsMissing =
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** An invisible screen on a free display; by default of the size of the clerks' smallest computers. */
export async function startXvfb(size = '1366x768'): Promise<Display> {
  await ensureXvfb(console.log);
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // In a group of its own: Ctrl+C must reach the program first, which still needs its screen to close.
    detached: true,
  });
  const stop = () => void server.kill();
  process.once('exit', stop);
  let complaints = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const number = await new Promise<string>((resolve, reject) => {
    (server.stdio[3] as Readable).once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}:\n${complaints}`)));
  });
  // From here on the screen must not keep this process alive.
  server.unref();
  (server.stderr as Readable & { unref?: () => void }).unref?.();
  (server.stdio[3] as Readable & { unref?: () => void }).unref?.();
  return { name: `:${number}`, stop };
}

/** For scripts that own a screen and start others that end by themselves: a signal must not leave the screen behind. */
export function exitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}
