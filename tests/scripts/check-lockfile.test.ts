import { describe, expect, it } from 'vitest';
import {
  type Contents,
  type LockedPackage,
  type Lockfile,
  lockfileFaults,
} from '../../scripts/check-lockfile.ts';

const bare: Contents = { prebuilds: [], compiles: false };

function faults(packages: Record<string, LockedPackage>, contents: Contents = bare): string[] {
  const lock: Lockfile = { packages: { '': {}, ...packages } };
  return lockfileFaults(lock, () => contents);
}

const all = {
  'typst-win32-x64': { os: ['win32'], cpu: ['x64'] },
  'typst-darwin-x64': { os: ['darwin'], cpu: ['x64'] },
  'typst-darwin-arm64': { os: ['darwin'], cpu: ['arm64'] },
  'typst-linux-x64-gnu': { os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
};
const family: LockedPackage = {
  version: '0.7.0',
  optionalDependencies: Object.fromEntries(Object.keys(all).map((name) => [name, '0.7.0'])),
};

function locked(names: string[], folder = 'node_modules/'): Record<string, LockedPackage> {
  return Object.fromEntries(names.map((name) => [folder + name, all[name as keyof typeof all]]));
}

describe('packages with one package per platform', () => {
  it('are fine with all four', () => {
    expect(faults({ 'node_modules/typst': family, ...locked(Object.keys(all)) })).toEqual([]);
  });

  it('lack what the lock file does not hold, though they name it', () => {
    const rest = Object.keys(all).filter((name) => name !== 'typst-win32-x64');
    expect(faults({ 'node_modules/typst': family, ...locked(rest) })).toEqual([
      'typst@0.7.0 has no package for win32-x64',
    ]);
  });

  it('are found below the package itself', () => {
    const nested = locked(Object.keys(all), 'node_modules/typst/node_modules/');
    expect(faults({ 'node_modules/typst': family, ...nested })).toEqual([]);
  });

  it('are not served by a musl binary', () => {
    const packages: Record<string, LockedPackage> = {
      'node_modules/typst': family,
      ...locked(Object.keys(all)),
    };
    packages['node_modules/typst-linux-x64-gnu'] = { os: ['linux'], cpu: ['x64'], libc: ['musl'] };
    expect(faults(packages)).toEqual(['typst@0.7.0 has no package for linux-x64']);
  });

  it('lack what no clerk needs, but npm ci does', () => {
    const optionalDependencies = { ...family.optionalDependencies, 'typst-android-arm64': '0.7.0' };
    const packages = {
      'node_modules/typst': { ...family, optionalDependencies },
      ...locked(Object.keys(all)),
    };
    expect(faults(packages)).toEqual(['typst@0.7.0 lacks typst-android-arm64']);
  });

  it('do not include a package with an extra for one system only', () => {
    expect(
      faults({ 'node_modules/vite': { version: '8.0.0', optionalDependencies: { fsevents: '2' } } }),
    ).toEqual([]);
  });
});

describe('packages that carry their binaries', () => {
  const sqlite = { 'node_modules/better-sqlite3': { version: '13.2.0' } };

  it('are fine with all four', () => {
    const prebuilds = ['win32-x64', 'darwin-x64', 'darwin-arm64', 'linux-x64', 'linuxmusl-x64'];
    expect(faults(sqlite, { prebuilds, compiles: true })).toEqual([]);
  });

  it('lack what is not among their files', () => {
    expect(
      faults(sqlite, { prebuilds: ['linux-x64', 'darwin-x64', 'darwin-arm64'], compiles: true }),
    ).toEqual(['better-sqlite3@13.2.0 has no prebuild for win32-x64']);
  });

  it('must not be compiled on a clerk’s computer', () => {
    const fault = ['better-sqlite3@13.2.0 is compiled or downloaded on installation'];
    expect(faults(sqlite, { prebuilds: [], compiles: true })).toEqual(fault);
    const downloads = { 'node_modules/better-sqlite3': { version: '13.2.0', hasInstallScript: true } };
    expect(faults(downloads)).toEqual(fault);
  });

  it('are the developers’ own affair where no clerk gets them', () => {
    expect(faults({ 'node_modules/node': { version: '24.0.0', dev: true, hasInstallScript: true } })).toEqual(
      [],
    );
  });
});
