import { AppError } from '#shared/errors.ts';
import type { CheckerInput, CheckerOperation, CheckerResult } from './checker-protocol.ts';
import { createWorkerClient, type NoAnswer, type SpawnWorker } from './worker-client.ts';
import type { WorkerWatch } from './worker-protocol.ts';

/** The context of a task is one. */
type Watching = { signal?: AbortSignal; progress?: WorkerWatch };

export type Checker = {
  [O in CheckerOperation]: (input: CheckerInput[O], watching?: Watching) => Promise<CheckerResult[O]>;
} & { dispose(): void };

/** A check of hundreds of megabytes leaves much memory behind; a backup asks again within this time. */
const idleMs = 10_000;

/**
 * Reads whole files of hundreds of megabytes in a process of its own; called off, that process is ended, because SQLite
 * checks a file in one piece. Rejects with the refusals of `db/backup-file.ts`, with CANCELLED, and with CHECK_FAILED
 * when the process died: then nobody knows what the file is.
 */
export function createChecker(spawn: SpawnWorker): Checker {
  const worker = createWorkerClient(() => spawn('checker'), { retries: 0, idleMs, failure });
  const ask = <O extends CheckerOperation>(
    op: O,
    input: CheckerInput[O],
    { signal, progress }: Watching = {},
  ) => worker.ask({ op, input }, { signal, progress }) as Promise<CheckerResult[O]>;
  return {
    verify: (copy, watching) => ask('verify', copy, watching),
    seal: (copy, watching) => ask('seal', copy, watching),
    inspect: (backup, watching) => ask('inspect', backup, watching),
    dispose: worker.dispose,
  };
}

function failure(why: NoAnswer): Error {
  if (why.reason !== 'refused') return new AppError('CHECK_FAILED', { reason: why.reason }, why.cause);
  const { message, code, refusal } = why.failure;
  // Of a backup that is refused nothing remains to be explained.
  if (refusal)
    return new AppError(refusal.code, refusal.detail, refusal.code === 'CHECK_FAILED' ? message : undefined);
  return Object.assign(new Error(message), code && { code });
}
