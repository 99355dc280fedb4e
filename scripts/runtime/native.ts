import { existsSync } from 'node:fs';
import { cp, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { packageDir, readManifest, runtimeDir } from '../lib/project.ts';
import { runNode } from '../lib/run.ts';
import { withWorkFolder } from '../lib/temporary.ts';
import { ensureBuildTools } from './packages.ts';

const { version } = readManifest(packageDir('better-sqlite3'));

// The name is also known to launcher/native.cjs, which loads this file instead of the shipped prebuild.
const nativeFolder = path.join(runtimeDir, 'native');
const nativeBuild = path.join(nativeFolder, `better-sqlite3-${version}-napi9.node`);

/** better-sqlite3 from its unmodified source for Node-API 9, apart from node_modules and only for one runtime. */
export async function ensureNativeBuild(say: (line: string) => void): Promise<void> {
  if (existsSync(nativeBuild)) return;
  const headers = await ensureBuildTools(say);
  say(`Building better-sqlite3 ${version} for the restricted runtime (about a minute, once) …`);
  await withWorkFolder(async (work) => {
    // Below a node_modules of its own, so that the build finds node-addon-api where the package expects it.
    const modules = path.join(work, 'node_modules');
    const source = path.join(modules, 'better-sqlite3');
    for (const name of ['better-sqlite3', 'node-addon-api']) {
      await cp(packageDir(name), path.join(modules, name), { recursive: true });
    }
    const { status, output } = await runNode(
      path.join(packageDir('node-gyp'), 'bin', 'node-gyp.js'),
      ['rebuild', '--release', '--force_build=1', `--nodedir=${headers}`],
      { cwd: source, env: { ...process.env, CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL' } },
    );
    if (status !== 0) throw new Error(`better-sqlite3 could not be built:\n${output.slice(-4000)}`);
    await mkdir(nativeFolder, { recursive: true });
    await rename(path.join(source, 'build', 'Release', 'better_sqlite3.node'), nativeBuild);
  });
}
