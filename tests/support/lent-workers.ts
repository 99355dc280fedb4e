import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { SpawnWorker, WorkerHandle } from '#main/workers/worker-client.ts';

const workersFolder = join(import.meta.dirname, '../../src/main/workers');

type Worker = Parameters<SpawnWorker>[0];
type Lent = { child: ChildProcess; unanswered: number };
type Answer = { progress?: unknown };

const free: Record<Worker, Lent[]> = { typesetter: [], checker: [] };

/**
 * The real workers, lent to one program after another: starting a process takes longer than most work that a test has for
 * it. One that is left before it has answered, or that died, is not lent again.
 */
export const lentWorkers: SpawnWorker = (name) => {
  const lent = free[name].pop() ?? start(name);
  const { child } = lent;
  const listeners: [event: 'message' | 'exit' | 'error', listener: (...given: unknown[]) => void][] = [];
  const listen = (...one: (typeof listeners)[number]) => {
    listeners.push(one);
    child.on(...one);
  };
  child.ref();
  child.channel?.ref();
  listen('message', (answer) => {
    if (!(answer as Answer).progress) lent.unanswered -= 1;
  });
  return {
    post(message) {
      lent.unanswered += 1;
      child.send(message as object, () => undefined);
    },
    onMessage: (listener) => listen('message', listener),
    onExit(listener) {
      let told = false;
      const tell = () => {
        if (!told) listener();
        told = true;
      };
      listen('exit', tell);
      listen('error', tell);
    },
    kill() {
      if (lent.unanswered > 0) return void child.kill('SIGKILL');
      for (const one of listeners.splice(0)) child.off(...one);
      giveBack(name, lent);
    },
  } satisfies WorkerHandle;
};

function start(name: Worker): Lent {
  const child = fork(join(workersFolder, `${name}.ts`), [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const lent = { child, unanswered: 0 };
  const forget = () => {
    free[name] = free[name].filter((one) => one !== lent);
  };
  child.on('exit', forget);
  child.on('error', forget);
  return lent;
}

/** Waiting, it keeps nobody from ending; it ends itself when its parent is gone. */
function giveBack(name: Worker, lent: Lent): void {
  const { child } = lent;
  if (child.exitCode !== null || child.signalCode !== null || free[name].includes(lent)) return;
  child.unref();
  child.channel?.unref();
  free[name].push(lent);
}
