import { AppError } from '#shared/errors.ts';
import type { WorkerAnswer, WorkerFailure, WorkerWatch } from './worker-protocol.ts';

/** A process of its own, however it is started (Electron's utilityProcess, Node's fork). */
export type WorkerHandle = {
  post(message: object): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, whatever ended it, with what it said at last. */
  onExit(listener: (lastWords?: string) => void): void;
  kill(): void;
};
export type SpawnWorker = (name: 'typesetter' | 'checker') => WorkerHandle;

/** Why there is no result; `refused` is an answer of the worker itself. `cause`: of starting it, or its last words. */
export type NoAnswer =
  | { reason: 'refused'; failure: WorkerFailure }
  | { reason: 'crashed' | 'timeout' | 'closed'; cause?: unknown };

type WorkerOptions = {
  /** How often work is tried again after its process died. */
  retries: number;
  /** After this long without work the process ends, and with it its memory. */
  idleMs: number;
  /** What a caller is told. */
  failure: (why: NoAnswer) => Error;
};

type AskOptions = {
  /** After this long the process is replaced; without it the work may take as long as it takes. */
  timeoutMs?: number;
  /** Ends the work by ending its process. */
  signal?: AbortSignal | undefined;
  progress?: WorkerWatch | undefined;
};

export type WorkerClient = {
  ask: (request: object, options?: AskOptions) => Promise<unknown>;
  dispose: () => void;
};

type Job = AskOptions & {
  request: object;
  retriesLeft: number;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
};

function isAnswer(message: unknown): message is WorkerAnswer {
  if (typeof message !== 'object' || message === null || !('id' in message)) return false;
  return typeof message.id === 'number' && ('progress' in message || 'ok' in message);
}

/** A killed process that is not gone by then is stuck in the system: nobody waits for it. */
const exitMs = 2_000;

/**
 * One request is with the process at a time, so that a crash takes down only the work that caused it; the next one gets
 * a new process. None is started before there is work.
 */
export function createWorkerClient(spawn: () => WorkerHandle, options: WorkerOptions): WorkerClient {
  const { idleMs, failure } = options;
  const waiting: Job[] = [];
  let worker: WorkerHandle | null = null;
  let current: { job: Job; id: number } | null = null;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;
  let closed = false;

  function start(): WorkerHandle {
    const started = spawn();
    started.onMessage((message) => {
      if (worker === started && isAnswer(message)) hear(message);
    });
    started.onExit((lastWords) => {
      if (worker !== started) return;
      worker = null;
      crashed(lastWords);
    });
    return started;
  }

  function next(): void {
    clearTimeout(timer);
    const job = waiting.shift();
    if (!job) {
      timer = setTimeout(stop, idleMs);
      timer.unref();
      return;
    }
    lastId += 1;
    current = { job, id: lastId };
    if (job.timeoutMs !== undefined)
      timer = setTimeout(() => {
        stop();
        fail(failure({ reason: 'timeout' }));
      }, job.timeoutMs);
    try {
      worker ??= start();
      worker.post({ ...job.request, id: lastId });
    } catch (cause) {
      stop();
      crashed(cause);
    }
  }

  function hear(answer: WorkerAnswer): void {
    if (answer.id !== current?.id) return;
    const { job } = current;
    if ('progress' in answer) {
      const { stage, done, total } = answer.progress;
      job.progress?.(stage, done, total);
    } else if (answer.ok) {
      current = null;
      job.resolve(answer.value);
      next();
    } else {
      fail(failure({ reason: 'refused', failure: answer }));
    }
  }

  /** Killed from outside, or by this very work? The last process to die on it tells. */
  function crashed(cause?: unknown): void {
    const job = current?.job;
    if (job && job.retriesLeft > 0) {
      current = null;
      job.retriesLeft -= 1;
      waiting.unshift(job);
      next();
    } else {
      fail(failure({ reason: 'crashed', cause }));
    }
  }

  function fail(error: Error): void {
    const job = current?.job;
    if (!job) return;
    current = null;
    job.reject(error);
    next();
  }

  /** Ends the process on purpose; its exit is then no crash. */
  function stop(): WorkerHandle | null {
    clearTimeout(timer);
    const ending = worker;
    worker = null;
    ending?.kill();
    return ending;
  }

  /** Answered only when the process is gone: what it had open can be removed then, on Windows not before. */
  function cancel(job: Job): void {
    const place = waiting.indexOf(job);
    if (place >= 0) {
      waiting.splice(place, 1);
      job.reject(new AppError('CANCELLED'));
    } else if (current?.job === job) {
      const gone = () => {
        clearTimeout(tooLong);
        if (current?.job === job) fail(new AppError('CANCELLED'));
      };
      const tooLong = setTimeout(gone, exitMs);
      worker?.onExit(gone);
      stop();
    }
  }

  return {
    ask: (request, asked = {}) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(failure({ reason: 'closed' }));
        if (asked.signal?.aborted) return reject(new AppError('CANCELLED'));
        const job: Job = { ...asked, request, retriesLeft: options.retries, resolve, reject };
        asked.signal?.addEventListener('abort', () => cancel(job), { once: true });
        waiting.push(job);
        if (!current) next();
      }),
    dispose() {
      closed = true;
      stop();
      for (const job of [...(current ? [current.job] : []), ...waiting])
        job.reject(failure({ reason: 'closed' }));
      current = null;
      waiting.length = 0;
    },
  };
}
