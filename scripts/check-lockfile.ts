import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from './lib/project.ts';

/*
 * The clerks work on Windows, and a lock file made elsewhere may lack what Windows needs: a version whose binary for
 * it was never published, or one that npm left out because the machine that wrote the file could not use it. And
 * where the file lacks any package that it names, `npm ci` refuses the whole of it.
 */
const platforms = ['win32-x64', 'darwin-x64', 'darwin-arm64', 'linux-x64'] as const;
type Platform = (typeof platforms)[number];

export type LockedPackage = {
  version?: string;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
};
export type Lockfile = { packages: Record<string, LockedPackage> };

/** What of a package's files this check wants to know. */
export type Contents = { prebuilds: readonly string[]; compiles: boolean };

export function lockfileFaults(lock: Lockfile, contentsOf: (location: string) => Contents): string[] {
  const faults: string[] = [];
  for (const [location, locked] of Object.entries(lock.packages)) {
    if (location === '') continue;
    const name = `${location.replace(/^.*node_modules\//, '')}@${locked.version}`;
    const family = platformPackages(lock, location, locked);
    if (family !== null) {
      const gaps = platforms.filter((platform) => !family.has(platform));
      faults.push(...gaps.map((platform) => `${name} has no package for ${platform}`));
      if (gaps.length === 0)
        faults.push(...missingOptionals(lock, location, locked).map((o) => `${name} lacks ${o}`));
    } else if (!locked.dev && locked.os === undefined) {
      faults.push(...bundleFaults(name, locked, contentsOf(location)));
    }
  }
  return faults;
}

/** The platforms that a package's optional packages serve; null when it has no such family. */
function platformPackages(lock: Lockfile, location: string, locked: LockedPackage): Set<Platform> | null {
  const names = Object.keys(locked.optionalDependencies ?? {});
  if (new Set(names.flatMap((name) => /win32|windows|darwin|linux/.exec(name) ?? [])).size < 2) return null;
  const served = names.flatMap((name) => {
    const found = resolve(lock, location, name);
    return found ? platforms.filter((platform) => serves(found, platform)) : [];
  });
  return new Set(served);
}

function missingOptionals(lock: Lockfile, location: string, locked: LockedPackage): string[] {
  return Object.keys(locked.optionalDependencies ?? {}).filter((name) => !resolve(lock, location, name));
}

function serves(locked: LockedPackage, platform: Platform): boolean {
  const [os = '', cpu = ''] = platform.split('-');
  const glibc = locked.libc === undefined || locked.libc.includes('glibc');
  return Boolean(locked.os?.includes(os)) && (locked.cpu?.includes(cpu) ?? true) && (os !== 'linux' || glibc);
}

// Node's own way: the nearest node_modules on the way up.
function resolve(lock: Lockfile, from: string, name: string): LockedPackage | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = lock.packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`];
    if (found || folder === '') return found;
  }
}

/** Packages that the clerks get and that carry their binaries themselves, or would make them on installation. */
function bundleFaults(name: string, locked: LockedPackage, { prebuilds, compiles }: Contents): string[] {
  if (prebuilds.length > 0) {
    return platforms
      .filter((platform) => !prebuilds.includes(platform))
      .map((p) => `${name} has no prebuild for ${p}`);
  }
  if (compiles || locked.hasInstallScript) return [`${name} is compiled or downloaded on installation`];
  return [];
}

function installedContents(location: string): Contents {
  const folder = path.join(projectDir, location);
  const prebuilds = path.join(folder, 'prebuilds');
  return {
    // Both ways of naming: prebuilds/win32-x64.node and prebuilds/win32-x64/addon.node
    prebuilds: existsSync(prebuilds) ? readdirSync(prebuilds).map((file) => file.replace(/\.node$/, '')) : [],
    compiles: existsSync(path.join(folder, 'binding.gyp')),
  };
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync(path.join(projectDir, 'package-lock.json'), 'utf8')) as Lockfile;
  const faults = lockfileFaults(lock, installedContents);
  for (const fault of faults) console.error(fault);
  if (faults.length === 0) console.log(`Every native package has its binary for ${platforms.join(', ')}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
