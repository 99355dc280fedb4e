import { type SpawnOptions, spawn } from 'node:child_process';
import { projectDir } from './project.ts';

export type RunResult = { status: number; output: string };

export type RunOptions = Pick<SpawnOptions, 'cwd' | 'env' | 'shell'> & {
  /** 'show' passes the output on as it comes; 'keep' only returns it. */
  output?: 'show' | 'keep' | 'both';
  timeoutMs?: number;
};

/** Runs a program to its end. Never rejects: a program that cannot start has status 127. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { output = 'keep', timeoutMs, ...spawnOptions } = options;
  return new Promise((resolve) => {
    let text = '';
    const stdio: SpawnOptions['stdio'] =
      output === 'show' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, {
      cwd: projectDir,
      windowsHide: true,
      timeout: timeoutMs,
      ...spawnOptions,
      stdio,
    });
    for (const [source, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      source?.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (output === 'both') target.write(chunk);
      });
    }
    child.on('error', (error) => resolve({ status: 127, output: `${text}${error.message}\n` }));
    child.on('close', (code, signal) => {
      resolve({ status: code ?? 1, output: signal ? `${text}(ended by ${signal})\n` : text });
    });
  });
}

/** Runs a JavaScript program of node_modules with this Node: no shell and no .cmd files needed. */
export function runNode(
  script: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  return run(process.execPath, [script, ...args], options);
}

export function runNpm(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const npmCli = process.env.npm_execpath;
  if (npmCli?.endsWith('.js')) return runNode(npmCli, args, options);
  // Outside `npm run`. On Windows npm is a .cmd file, which only a shell can start.
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
