import type { WireError } from '#shared/errors.ts';

/** What every worker and its client tell each other: structured clones, one request at a time, one answer for each. */
export type WorkerRequest = { id: number };

export type WorkerAnswer = { id: number } & (
  | { progress: WorkerProgress }
  | { ok: true; value: unknown }
  | ({ ok: false } & WorkerFailure)
);

/** `stage` is the last part of a message id `job.stage.<stage>`; a total of 0 is not known. */
export type WorkerProgress = { stage: string; done: number; total: number };

/** `message` is for the log only, whole; `refusal` is one in words, `code` one of SQLite or the system. */
export type WorkerFailure = { message: string; code?: string; refusal?: WireError };

/** Told how far the work is. */
export type WorkerWatch = (stage: string, done: number, total: number) => void;
