import type { Log } from '#main/api/log.ts';
import type { Services } from '#main/api/services.ts';
import type { Client } from '#shared/contract.ts';
import type { Job, When } from './job.ts';
import type { JobPorts } from './ports.ts';

/** So long nobody has typed or asked for anything: then the PC rests. */
const restMs = 5_000;
const firstRetryMs = 60_000;
const longestRetryMs = 3_600_000;

type RunnerOptions = {
  jobs: readonly Job[];
  ports: JobPorts;
  services: Services;
  /** The program's own methods, as the program itself. */
  call: Client;
  log: Log;
};

export type JobRunner = {
  /** A call from outside: while one runs, and shortly after, no job begins. */
  watch: <T>(call: () => Promise<T>) => Promise<T>;
  /** That something was changed. */
  changed: () => void;
  /** Begins no more, calls off the one that runs, and waits for it. */
  stop: () => Promise<void>;
};

/** `dueAt` null: nothing to do. */
type State = { job: Job; dueAt: number | null; failures: number };

/** Does the jobs that are due, one at a time, while the PC rests. Whatever they throw is logged and tried again, later and later. */
export function createJobRunner({ jobs, ports, services, call, log }: RunnerOptions): JobRunner {
  const { session } = services;
  const ending = new AbortController();
  const states = jobs.map((job): State => ({ job, dueAt: null, failures: 0 }));
  let calls = 0;
  let lastCall = ports.now();
  let running: Promise<void> | null = null;
  let callOff = () => {};
  const stopDrives = ports.watchDrives(() => due('drive'));

  function due(...kinds: When['kind'][]): void {
    // One that waits after a failure goes on waiting.
    for (const state of states) if (kinds.includes(state.job.when.kind)) state.dueAt ??= ports.now();
    plan();
  }

  function plan(): void {
    callOff();
    callOff = () => {};
    if (ending.signal.aborted || running || calls > 0 || !isOpen()) return;
    const next = nextDue();
    if (next) callOff = ports.later(Math.max(next.dueAt, restsAt()) - ports.now(), begin);
  }

  /** Somebody may have typed since it was planned. */
  function begin(): void {
    const next = nextDue();
    const isTime = next && Math.max(next.dueAt, restsAt()) <= ports.now();
    if (isTime && isOpen()) running = run(next.state);
    else plan();
  }

  async function run(state: State): Promise<void> {
    const { job } = state;
    state.dueAt = null;
    const store = session.present();
    try {
      await job.run({ call, services, store, signal: ending.signal });
      state.failures = 0;
      if (job.when.kind === 'every') state.dueAt ??= ports.now() + job.when.ms;
    } catch (error) {
      // A store that was replaced meanwhile is no fault of the job.
      const isGone = ending.signal.aborted || !isOpen() || session.present() !== store;
      if (!isGone) log.error(`job ${job.name}`, error);
      if (!isGone) state.failures += 1;
      state.dueAt = ports.now() + (isGone ? 0 : retryMs(state.failures));
    } finally {
      running = null;
      plan();
    }
  }

  function nextDue(): { state: State; dueAt: number } | null {
    let next: { state: State; dueAt: number } | null = null;
    for (const state of states) {
      const { dueAt } = state;
      if (dueAt !== null && (next === null || dueAt < next.dueAt)) next = { state, dueAt };
    }
    return next;
  }

  function restsAt(): number {
    return Math.max(lastCall, ports.lastInput()) + restMs;
  }

  function isOpen(): boolean {
    return session.startup().state === 'ready' && session.viewedDay() === null;
  }

  due('afterChange', 'every');
  return {
    watch: async (called) => {
      calls += 1;
      plan();
      try {
        return await called();
      } finally {
        calls -= 1;
        lastCall = ports.now();
        due('idle');
      }
    },
    changed: () => due('afterChange'),
    stop: async () => {
      ending.abort();
      callOff();
      stopDrives();
      await running;
    },
  };
}

function retryMs(failures: number): number {
  return Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
}
