import { AppError } from '#shared/errors.ts';
import type { TypesetInput, TypesetOperation, TypesetResult } from './typesetter-protocol.ts';
import { createWorkerClient, type NoAnswer, type SpawnWorker } from './worker-client.ts';

export type Typesetter = {
  [O in TypesetOperation]: (input: TypesetInput[O]) => Promise<TypesetResult[O]>;
} & { dispose(): void };

export type TypesetterOptions = {
  /** The folder with the layouts, `profiles/` and `fonts/`, on the real file system. */
  templatesDir: string;
  /** After this long a request of a few pages fails and the process is replaced; a large one gets longer. */
  timeoutMs?: number;
  idleMs?: number;
};

/**
 * Pages from models. A panic takes down only the paper that caused it (after one more try). Rejects with TYPESET_FAILED
 * (`cause` says more, for the log): for the reasons `layout` (what it is given) and `files` (its own files are not as they
 * should be) it fails again, for `crashed`, `timeout` and `closed` it may not.
 */
export function createTypesetter(spawn: SpawnWorker, options: TypesetterOptions): Typesetter {
  const { templatesDir, timeoutMs = 60_000, idleMs = 60_000 } = options;
  const worker = createWorkerClient(() => spawn('typesetter'), { retries: 1, idleMs, failure });
  const ask = <O extends TypesetOperation>(op: O, input: TypesetInput[O]) =>
    worker.ask({ op, input, templatesDir }, { timeoutMs: timeoutMs * allowance(input) }) as Promise<
      TypesetResult[O]
    >;
  return {
    pdf: (model) => ask('pdf', model),
    svg: (model) => ask('svg', model),
    view: (view) => ask('view', view),
    pages: (model) => ask('pages', model),
    sheets: (file) => ask('sheets', file),
    bind: (binding) => ask('bind', binding),
    dispose: worker.dispose,
  };
}

/** 200 pages of minutes are 600,000 characters and take seconds; the slowest PC gets the time for them ten times over. */
const ordinarySize = 100_000;

function allowance(input: TypesetInput[TypesetOperation]): number {
  return 1 + sizeOf(input) / ordinarySize;
}

/** Characters of a model, bytes of files. */
function sizeOf(input: TypesetInput[TypesetOperation]): number {
  if ('bytes' in input) return input.bytes.length;
  if ('parts' in input) return input.parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return JSON.stringify(input).length;
}

function failure(why: NoAnswer): AppError {
  if (why.reason !== 'refused') return new AppError('TYPESET_FAILED', { reason: why.reason }, why.cause);
  const { message, refusal } = why.failure;
  return new AppError('TYPESET_FAILED', { reason: 'layout', ...refusal?.detail }, message);
}
