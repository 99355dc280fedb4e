import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Sources } from '#main/api/context.ts';
import { type CliHost, createCliHost } from '#main/cli/host.ts';
import type { Store } from '#main/db/open.ts';
import {
  checkedFolderPrefix,
  pastFolderPrefix,
  snapshotFolderPrefix,
  storeFileName,
} from '#main/db/store-files.ts';
import type { JobPorts } from '#main/jobs/ports.ts';
import { createProgram, type Program } from '#main/program.ts';
import type { SpawnWorker } from '#main/workers/worker-client.ts';
import type { BridgeEvent } from '#shared/bridge.ts';
import type { Client } from '#shared/contract.ts';
import type { WireError } from '#shared/errors.ts';
import { lentWorkers } from './lent-workers.ts';

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

type Options = {
  folder?: string;
  sources?: Sources | undefined;
  checkOutput?: boolean;
  spawn?: SpawnWorker;
  jobs?: JobPorts;
};

/**
 * The real program on a real store, without a window. Without a folder the store is a new one in a folder of its own; in
 * a folder that is given, the program makes it where there is none.
 */
export async function createTestApp(options: Options = {}): Promise<TestApp> {
  const folder = options.folder ?? (await folderWithNewStore());
  const host = createCliHost();
  const events: BridgeEvent[] = [];
  const logged: unknown[] = [];
  const program = createProgram({
    appRoot,
    dataFolder: folder,
    host,
    spawn: options.spawn ?? lentWorkers,
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

/** What the program made once: migrating, or many commands, take longer than most tests. */
type Made = { bytes: Buffer; id: string };
let newStore: Made | undefined;

/** Opens a copy of one store at each call; the store is filled at the first. */
export function copiesOf(
  fill: (app: TestApp) => Promise<unknown>,
  sources?: Sources,
): () => Promise<TestApp> {
  let made: Made | undefined;
  return async () => {
    made ??= await madeStore({ fill, sources });
    return createTestApp({ folder: folderWith(made.bytes), sources });
  };
}

/** The program on a store with the demo records. */
export const createDemoApp = copiesOf(({ call }) => call.app.loadDemo({}));

type Filling = { fill?: (app: TestApp) => Promise<unknown>; sources?: Sources | undefined };

async function madeStore({ fill, sources }: Filling = {}): Promise<Made> {
  const app = await createTestApp({ folder: tempFolder(), sources });
  await fill?.(app);
  const { file, id } = app.store();
  await app.close();
  return { bytes: readFileSync(file), id };
}

async function folderWithNewStore(): Promise<string> {
  newStore ??= await madeStore();
  const { bytes, id } = newStore;
  // Each store is another one; in a new one nothing else hangs on its id.
  const own = Buffer.from(bytes);
  own.write(uuidv7(), own.indexOf(id));
  return folderWith(own);
}

function folderWith(store: Buffer): string {
  const folder = tempFolder();
  writeFileSync(join(folder, storeFileName), store);
  return folder;
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
