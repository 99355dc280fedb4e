import { rmSync } from 'node:fs';
import path from 'node:path';
import { cacheDir, toolFile } from './lib/project.ts';
import { runNode } from './lib/run.ts';

// One configuration for each world: what one of them may use, the others must not see.
const worlds = ['shared', 'main', 'renderer', 'tests'];
const tsc = toolFile('typescript', 'tsc');

// The worlds run beside each other, each in one thread: several threads would each work out the same types again. What
// has not changed since the last time is not checked again.
const check = async (world: string) => {
  const known = path.join(cacheDir, `types-${world}.tsbuildinfo`);
  const args = ['--singleThreaded', '--incremental', '--tsBuildInfoFile', known];
  const result = await runNode(tsc, ['-p', `tsconfig.${world}.json`, ...args]);
  // What is known of a run with faults keeps those that a catalogue, which is no module of ours, has mended since.
  if (result.status !== 0) rmSync(known, { force: true });
  return result;
};
const results = await Promise.all(worlds.map(async (world) => ({ world, ...(await check(world)) })));
// A fault in shared shows in every world: once is enough.
const lines = new Set(results.flatMap(({ output }) => output.split(/\r?\n/)).filter((line) => line !== ''));
for (const line of lines) console.log(line);
const failed = results.filter(({ status }) => status !== 0).map(({ world }) => world);
if (failed.length > 0) console.log(`Type errors in: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
