import {
  type DownloadFailure,
  downloadOfficial,
  forgetFailure,
  installedOfficial,
  officialVersion,
  rememberedFailure,
} from './runtime/official.ts';
import { ensureLibraries } from './runtime/packages.ts';
import {
  ensureRestricted,
  restrictedExecutable,
  restrictedFolder,
  restrictedIsPossible,
  restrictedVersion,
} from './runtime/restricted.ts';

export type Runtime = {
  electronPath: string;
  kind: 'official' | 'restricted';
  version: string;
  /** To be added to the environment of whatever starts Electron: the npm package, electron-vite, Playwright. */
  env: Record<string, string>;
};

export type RuntimeOptions = { retry?: boolean; say?: (line: string) => void };

/** Makes sure that an Electron is there: the official one, or where it cannot be downloaded, the restricted one. */
export async function ensureRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const say = options.say ?? console.log;
  if (options.retry) forgetFailure();
  const official = await findOfficial(say);
  const runtime =
    typeof official === 'string' ? officialRuntime(official) : await restrictedRuntime(official, say);
  await ensureLibraries(runtime.electronPath, say);
  const why =
    typeof official === 'string'
      ? 'official'
      : `restricted: ${officialVersion} could not be downloaded on ${official.date}; to retry: npm run runtime -- --retry`;
  say(`Electron ${runtime.version} (${why})`);
  return runtime;
}

async function findOfficial(say: (line: string) => void): Promise<string | DownloadFailure> {
  const known = installedOfficial() ?? rememberedFailure();
  if (known !== null) return known;
  say(`Downloading Electron ${officialVersion} (once) …`);
  const result = await downloadOfficial();
  if (typeof result !== 'string') say(`That failed: ${result.reason}`);
  return result;
}

function officialRuntime(electronPath: string): Runtime {
  return { electronPath, kind: 'official', version: officialVersion, env: {} };
}

async function restrictedRuntime(failure: DownloadFailure, say: (line: string) => void): Promise<Runtime> {
  if (!restrictedIsPossible) {
    throw new Error(
      `Electron ${officialVersion} could not be downloaded (${failure.reason}). ` +
        'Once the machine can reach its source: npm run runtime -- --retry',
    );
  }
  await ensureRestricted(say);
  // Loaded late: only this runtime needs a build of its own.
  const { ensureNativeBuild } = await import('./runtime/native.ts');
  await ensureNativeBuild(say);
  return {
    electronPath: restrictedExecutable,
    kind: 'restricted',
    version: restrictedVersion,
    env: { ELECTRON_OVERRIDE_DIST_PATH: restrictedFolder, ELECTRON_EXEC_PATH: restrictedExecutable },
  };
}

if (import.meta.main) {
  try {
    await ensureRuntime({ retry: process.argv.includes('--retry') });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
