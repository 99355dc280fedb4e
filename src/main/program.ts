import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainDateISO } from 'temporal-polyfill/fns/Now';
import { toString as isoOf } from 'temporal-polyfill/fns/PlainDate';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { type BridgeEvent, startupJob } from '#shared/bridge.ts';
import type { Client } from '#shared/contract.ts';
import { clientOf } from './api/client.ts';
import { type Actor, type Sources, theProgram } from './api/context.ts';
import { createDispatcher, type Dispatcher } from './api/dispatch.ts';
import { handOver } from './api/hand-over.ts';
import { handlers } from './api/handlers.ts';
import type { Log } from './api/log.ts';
import { numbering } from './api/numbering.ts';
import { createPresence } from './api/presence.ts';
import { references } from './api/references.ts';
import { rowRules } from './api/row-rules.ts';
import { createRunningTasks } from './api/running-tasks.ts';
import type { Host, Services } from './api/services.ts';
import { createSession } from './api/session.ts';
import { onRealDisk } from './app-folder.ts';
import { loadMigrations } from './db/migrate.ts';
import type { OpenOptions } from './db/open.ts';
import { removeViewingCopies } from './features/attachments/index.ts';
import { renewIndex } from './features/search/index-of.ts';
import { programJobs } from './jobs/index.ts';
import type { JobPorts } from './jobs/ports.ts';
import { createJobRunner, type JobRunner } from './jobs/runner.ts';
import { createChecker } from './workers/checker-client.ts';
import { createTypesetter } from './workers/typesetter-client.ts';
import type { SpawnWorker } from './workers/worker-client.ts';

export type ProgramOptions = {
  /** Where package.json, migrations/ and templates/ lie; an archive may be. */
  appRoot: string;
  dataFolder: string;
  host: Host;
  spawn: SpawnWorker;
  log: Log;
  emit?: (event: BridgeEvent) => void;
  sources?: Sources;
  checkOutput?: boolean;
  /** Who acts, where nobody sits at a lock: the command line. */
  actor?: Actor;
  /** What jobs know of the world, where there are any: in the window, which stays open. */
  jobs?: JobPorts | undefined;
};

export type Program = {
  dispatcher: Dispatcher;
  call: Client;
  services: Services;
  close: () => Promise<void>;
};

const packageFile = z.looseObject({ version: z.string() });

/** The program without a window: the same for Electron, the command line and the tests. The store is not open yet. */
export function createProgram(options: ProgramOptions): Program {
  const { appRoot, log } = options;
  const sources = options.sources ?? systemSources;
  const migrations = loadMigrations(join(appRoot, 'migrations'));
  const { version } = packageFile.parse(JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')));
  const onMigration: OpenOptions['onMigration'] = (done, total) =>
    options.emit?.({ kind: 'progress', progress: { job: startupJob, stage: 'migrate', done, total } });
  const onTrouble = () => options.emit?.({ kind: 'changed', change: null });
  const session = createSession(
    { folder: options.dataFolder, migrations, onMigration, ...sources },
    log,
    onTrouble,
  );
  const templatesDir = onRealDisk(appRoot, 'templates');
  const typesetter = createTypesetter(options.spawn, { templatesDir });
  const checker = createChecker(options.spawn);
  const services: Services = {
    version,
    schemaVersion: migrations.length,
    host: options.host,
    typesetter,
    checker,
    fontsDir: join(templatesDir, 'fonts'),
    session,
    presence: createPresence(session),
    references,
    numbering,
    rowRules,
    handOver,
    renewIndex,
    tasks: createRunningTasks(),
    log,
  };
  let jobs: JobRunner | null = null;
  const dispatcher = createDispatcher({
    handlers,
    services,
    sources,
    actor: () => options.actor ?? services.presence.actor(),
    log,
    emit: (event) => {
      if (event.kind === 'changed') jobs?.changed();
      options.emit?.(event);
    },
    checkOutput: options.checkOutput ?? false,
  });
  if (options.jobs) {
    const call = clientOf(dispatcher.as(theProgram));
    jobs = createJobRunner({ jobs: programJobs, ports: options.jobs, services, call, log });
  }
  const invoke: Dispatcher['invoke'] = (...called) =>
    jobs ? jobs.watch(() => dispatcher.invoke(...called)) : dispatcher.invoke(...called);
  return {
    dispatcher: { ...dispatcher, invoke },
    call: clientOf(invoke),
    services,
    close: async () => {
      const stopped = jobs?.stop();
      // A change that is still open would keep the store until it is done.
      services.tasks.cancelAll();
      await stopped;
      typesetter.dispose();
      checker.dispose();
      await session.close();
      await removeViewingCopies();
    },
  };
}

const systemSources: Sources = {
  now: () => new Date().toISOString(),
  today: () => isoOf(plainDateISO()),
  newId: () => uuidv7(),
};
