import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Sources } from '#main/api/context.ts';
import { type CliHost, createCliHost } from '#main/cli/host.ts';
import type { Store } from '#main/db/open.ts';
import { checkedFolderPrefix, pastFolderPrefix, snapshotFolderPrefix } from '#main/db/store-files.ts';
import type { JobPorts } from '#main/jobs/ports.ts';
import { createProgram, type Program } from '#main/program.ts';
import { nodeSpawner } from '#main/workers/node-process.ts';
import type { SpawnWorker } from '#main/workers/worker-client.ts';
import type { BridgeEvent } from '#shared/bridge.ts';
import type { Client } from '#shared/contract.ts';
import type { WireError } from '#shared/errors.ts';

export const appRoot = resolve(import.meta.dirname, '../..');

const folders: string[] = [];

/** A folder of the test's own, with the Vietnamese letters and blanks that clerks' folders have. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sổ nghị quyết '));
  folders.push(folder);
  return folder;
}

export function removeTempFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export type TestApp = {
  program: Program;
  call: Client;
  host: CliHost;
  folder: string;
  store: () => Store;
  events: BridgeEvent[];
  /** Everything that arrived as INTERNAL: a test that expects none looks here. */
  logged: unknown[];
  close: () => Promise<void>;
};

/** A clock that stands still until told otherwise; ids are real. */
export function fixedSources(now = '2021-12-24T00:30:00.000Z'): Sources {
  return { now: () => now, today: () => now.slice(0, 10), newId: () => uuidv7() };
}

/** The real program on a real store in a folder of its own, without a window. */
export async function createTestApp(
  options: {
    folder?: string;
    sources?: Sources;
    checkOutput?: boolean;
    spawn?: SpawnWorker;
    jobs?: JobPorts;
  } = {},
): Promise<TestApp> {
  const folder = options.folder ?? tempFolder();
  const host = createCliHost();
  const events: BridgeEvent[] = [];
  const logged: unknown[] = [];
  const program = createProgram({
    appRoot,
    dataFolder: folder,
    host,
    spawn: options.spawn ?? nodeSpawner(),
    log: { error: (_, error) => logged.push(error) },
    emit: (event) => events.push(event),
    sources: options.sources ?? fixedSources(),
    checkOutput: options.checkOutput ?? true,
    jobs: options.jobs,
  });
  await program.services.session.open();
  return {
    program,
    call: program.call,
    host,
    folder,
    store: program.services.session.store,
    events,
    logged,
    close: program.close,
  };
}

/** Copies of the store that work on it left in its folder. */
export function copiesIn(folder: string): string[] {
  const prefixes = [pastFolderPrefix, checkedFolderPrefix, snapshotFolderPrefix];
  return readdirSync(folder).filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
}

/** What a call is refused with; fails when it is not refused. */
export async function refusal(pending: Promise<unknown>): Promise<WireError> {
  try {
    await pending;
  } catch (error) {
    const { code, detail } = error as WireError;
    return { code, detail };
  }
  throw new Error('was not refused');
}
