import { existsSync } from 'node:fs';
import path from 'node:path';
import { isRoot } from '../lib/project.ts';
import { run } from '../lib/run.ts';

type Say = (line: string) => void;

// Each entry is one package under its names in different releases, newest first.
type Package = readonly string[];

const libraries: readonly Package[] = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
];
const display: readonly Package[] = [['xvfb']];
const compiler: readonly Package[] = [['g++'], ['make'], ['python3']];
const nodeHeaders: Package = ['libnode-dev'];

/** The shared libraries that Electron's executable asks for. */
export async function ensureLibraries(executable: string, say: Say): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = await missingLibraries(executable);
  if (missing.length === 0) return;
  await install(libraries, `Electron needs ${missing.join(', ')}`, say);
  const still = await missingLibraries(executable);
  if (still.length > 0) throw new Error(`Electron still lacks ${still.join(', ')}`);
}

async function missingLibraries(executable: string): Promise<string[]> {
  const { output } = await run('ldd', [executable], { env: { ...process.env, LC_ALL: 'C' } });
  return librariesNotFound(output);
}

export function librariesNotFound(lddOutput: string): string[] {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

export async function ensureXvfb(say: Say): Promise<void> {
  if (!onPath('Xvfb')) await install(display, 'no display here, and Xvfb is missing', say);
}

/** Returns the folder that holds include/node. */
export async function ensureBuildTools(say: Say): Promise<string> {
  const missing = compiler.filter(([name]) => !onPath(name ?? ''));
  if (findNodeHeaders() === null) missing.push(nodeHeaders);
  if (missing.length > 0)
    await install(missing, 'better-sqlite3 has to be built for the restricted runtime', say);
  const headers = findNodeHeaders();
  if (headers === null) throw new Error('the headers of Node (include/node/node_api.h) were not found');
  return headers;
}

function findNodeHeaders(): string | null {
  // The npm package `node` has no headers; the Node that npm itself runs on usually does.
  const npmNode = process.env.npm_node_execpath;
  const candidates = [
    process.env.npm_config_nodedir,
    npmNode && path.join(path.dirname(npmNode), '..'),
    '/usr',
    '/usr/local',
  ];
  return (
    candidates.find((folder) => folder && existsSync(path.join(folder, 'include', 'node', 'node_api.h'))) ??
    null
  );
}

function onPath(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, program)));
}

async function install(packages: readonly Package[], reason: string, say: Say): Promise<void> {
  if (!onPath('apt-get')) {
    throw new Error(
      `${reason}. Install what this system calls: ${packages.map((names) => names.at(-1)).join(' ')}`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (isRoot) {
    say(`${reason}: installing Debian packages …`);
    await run('apt-get', ['update', '-q'], { env });
  }
  const names = await Promise.all(packages.map(availableName));
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...names];
  if (!isRoot) throw new Error(`${reason}. Run:\n  sudo apt-get update && sudo ${command.join(' ')}`);
  const [program = '', ...args] = command;
  const { status, output } = await run(program, args, { env });
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${output.slice(-2000)}`);
}

async function availableName(names: Package): Promise<string> {
  for (const name of names) {
    const { status } = await run('apt-cache', ['show', '--no-all-versions', name]);
    if (status === 0) return name;
  }
  return names.at(-1) ?? '';
}
