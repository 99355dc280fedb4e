import { AppError } from '#shared/errors.ts';
import type {
  TypesetAnswer,
  TypesetInput,
  TypesetOperation,
  TypesetRequest,
  TypesetResult,
} from './typesetter-protocol.ts';

/** A process of its own, however it is started (Electron's utilityProcess, Node's fork). */
export type WorkerHandle = {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, whatever ended it. */
  onExit(listener: () => void): void;
  kill(): void;
};
export type SpawnWorker = (name: 'typesetter') => WorkerHandle;

export type Typesetter = {
  [O in TypesetOperation]: (input: TypesetInput[O]) => Promise<TypesetResult[O]>;
} & { dispose(): void };

export type TypesetterOptions = {
  /** The folder with the layouts, `profiles/` and `fonts/`, on the real file system. */
  templatesDir: string;
  /** After this long a request of a few pages fails and the process is replaced; a large one gets longer. */
  timeoutMs?: number;
  /** After this long without work the process ends, and with it its memory. */
  idleMs?: number;
};

type Job = {
  op: TypesetOperation;
  input: TypesetInput[TypesetOperation];
  isRetry: boolean;
  resolve: (value: never) => void;
  reject: (error: AppError) => void;
};

/**
 * Pages from models. One request is with the process at a time, so that a panic takes down only the paper that
 * caused it (after one more try); the next one gets a new process. Rejects with TYPESET_FAILED (reason: layout, crashed, timeout, closed;
 * `cause` says more, for the log).
 */
export function createTypesetter(spawn: SpawnWorker, options: TypesetterOptions): Typesetter {
  const { templatesDir, timeoutMs = 60_000, idleMs = 60_000 } = options;
  const waiting: Job[] = [];
  let worker: WorkerHandle | null = null;
  let current: (Job & { id: number }) | null = null;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;
  let closed = false;

  function start(): WorkerHandle {
    const started = spawn('typesetter');
    started.onMessage((message) => {
      if (worker === started) finish(message as TypesetAnswer);
    });
    started.onExit(() => {
      if (worker !== started) return;
      worker = null;
      crashed();
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
    current = { ...job, id: lastId };
    timer = setTimeout(() => {
      stop();
      fail('timeout');
    }, timeoutMs * allowance(job));
    const request = { id: lastId, op: job.op, input: job.input, templatesDir } as TypesetRequest;
    try {
      worker ??= start();
      worker.post(request);
    } catch (cause) {
      stop();
      crashed(cause);
    }
  }

  function finish(answer: TypesetAnswer): void {
    if (answer.id !== current?.id) return;
    if (answer.ok) {
      current.resolve(answer.value as never);
      current = null;
      next();
    } else {
      fail('layout', answer.message);
    }
  }

  /** Killed from outside, or by this very paper? The second process to die on it tells. */
  function crashed(cause?: unknown): void {
    const job = current;
    if (job?.isRetry === false) {
      current = null;
      waiting.unshift({ ...job, isRetry: true });
      next();
    } else {
      fail('crashed', cause);
    }
  }

  function fail(reason: string, cause?: unknown): void {
    const job = current;
    if (!job) return;
    current = null;
    job.reject(typesetError(reason, cause));
    next();
  }

  /** Ends the process on purpose; its exit is then no crash. */
  function stop(): void {
    clearTimeout(timer);
    const ending = worker;
    worker = null;
    ending?.kill();
  }

  function ask<O extends TypesetOperation>(op: O, input: TypesetInput[O]): Promise<TypesetResult[O]> {
    return new Promise((resolve, reject) => {
      if (closed) return reject(typesetError('closed'));
      waiting.push({ op, input, isRetry: false, resolve, reject });
      if (!current) next();
    });
  }

  return {
    pdf: (model) => ask('pdf', model),
    svg: (model) => ask('svg', model),
    view: (view) => ask('view', view),
    pages: (model) => ask('pages', model),
    sheets: (file) => ask('sheets', file),
    bind: (binding) => ask('bind', binding),
    dispose() {
      closed = true;
      stop();
      for (const job of [...(current ? [current] : []), ...waiting]) job.reject(typesetError('closed'));
      current = null;
      waiting.length = 0;
    },
  };
}

/** 200 pages of minutes are 600,000 characters and take seconds; the slowest PC gets the time for them ten times over. */
const ordinarySize = 100_000;

function allowance({ input }: Pick<Job, 'input'>): number {
  return 1 + sizeOf(input) / ordinarySize;
}

/** Characters of a model, bytes of files. */
function sizeOf(input: Job['input']): number {
  if ('bytes' in input) return input.bytes.length;
  if ('parts' in input) return input.parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return JSON.stringify(input).length;
}

function typesetError(reason: string, cause?: unknown): AppError {
  return Object.assign(new AppError('TYPESET_FAILED', { reason }), { cause });
}
