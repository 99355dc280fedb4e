import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { projectDir } from '../../../scripts/lib/project.ts';

const entry = path.join(projectDir, 'src', 'main', 'cli.ts');

/** The command line of the same program: records to start from, and a look at what is stored. */
function run(args: readonly string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [entry, ...args], (error, out, err) => {
      if (error) reject(new Error(err));
      else resolve(JSON.parse(out));
    });
  });
}

/** A store whose changes lie on several days, see `fill-past-store.ts`. */
function fillPast(folder: string): Promise<{ id: string; later: string }> {
  return new Promise((resolve, reject) => {
    const script = path.join(projectDir, 'tests', 'support', 'fill-past-store.ts');
    execFile(process.execPath, [script, folder], (error, out, err) => {
      if (error) reject(new Error(err));
      else resolve(JSON.parse(out));
    });
  });
}

/** Another program that has the store open. */
function hold(folder: string): { ready: Promise<unknown>; release: () => Promise<void> } {
  const holder = spawn(
    process.execPath,
    [path.join(projectDir, 'tests', 'support', 'hold-store.ts'), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return {
    ready: once(holder.stdout, 'data'),
    release: async () => {
      holder.kill('SIGKILL');
      await once(holder, 'exit');
    },
  };
}

export const cli = Object.assign(run, { fillPast, hold });
