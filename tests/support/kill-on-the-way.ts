import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { appRoot } from './test-app.ts';

/**
 * Runs a script of `tests/support` on a data folder and kills it some time after its first line.
 * @returns the lines that it wrote whole: what it says was acknowledged to it
 */
export async function killOnTheWay(
  script: string,
  folder: string,
  { round, afterMs }: { round: number; afterMs: number },
): Promise<string[]> {
  const child = spawn(process.execPath, [join(appRoot, 'tests/support', script), folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await once(child.stdout, 'data');
  await sleep(afterMs);
  child.kill('SIGKILL');
  await once(child, 'close');
  return text.split('\n').slice(0, -1);
}
