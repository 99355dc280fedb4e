import type { ChangeNotice, Progress } from '#shared/bridge.ts';
import type { Client, Input, MethodName, Output } from '#shared/contract.ts';
import type { WireError } from '#shared/errors.ts';
import { readAsOf } from './basis.ts';
import { theBridge } from './bridge.ts';
import { noteFailure } from './failures.ts';

/** A refusal of the main process, thrown by the typed client; `wire` is what the page shows. */
class ClientError extends Error {
  readonly wire: WireError;

  constructor(wire: WireError) {
    super(wire.detail.reason ? `${wire.code}: ${wire.detail.reason}` : wire.code);
    this.name = 'ClientError';
    this.wire = wire;
  }
}

/** Calls a method and also tells which change set it left, if any; what is read knows as of when. @throws ClientError */
export async function callMethod<N extends MethodName>(
  name: N,
  input: Input<N>,
  job?: string,
): Promise<{ value: Output<N>; change: ChangeNotice | null }> {
  const result = await theBridge().invoke(name, input, job);
  if (!result.ok) throw new ClientError(result.error);
  if (result.asOf) readAsOf(result.value, result.asOf);
  return { value: result.value, change: result.change ?? null };
}

function feature(name: string): unknown {
  return new Proxy(
    {},
    {
      get: (_, method) => (input: never) =>
        callMethod(`${name}.${String(method)}` as MethodName, input).then(({ value }) => value),
    },
  );
}

const features = new Map<string, unknown>();

/** `client.conferences.save({...})`: resolves to the value, throws ClientError. */
export const client = new Proxy({} as Client, {
  get: (_, name) => {
    const key = String(name);
    if (!features.has(key)) features.set(key, feature(key));
    return features.get(key);
  },
});

export type Task<T> = { promise: Promise<T>; cancel: () => void };

let jobs = 0;

/** Starts a long method under a job of its own, so that its progress can be followed and it can be cancelled. */
export function startTask<N extends MethodName>(
  name: N,
  input: Input<N>,
  onProgress?: (progress: Progress) => void,
): Task<Output<N>> {
  jobs += 1;
  const job = `page-${Date.now()}-${jobs}`;
  const unsubscribe = theBridge().subscribe((event) => {
    if (event.kind === 'progress' && event.progress.job === job) onProgress?.(event.progress);
  });
  const promise = callMethod(name, input, job)
    .then(({ value }) => value)
    .finally(unsubscribe);
  return {
    promise,
    cancel: () => {
      // Too late to cancel is no failure: the task then ends by itself.
      client.app.cancel({ job }).catch(() => undefined);
    },
  };
}

/** Whatever was thrown, as something that can be shown. */
export function wireOf(error: unknown): WireError {
  return error instanceof ClientError
    ? error.wire
    : { code: 'INTERNAL', detail: { logId: noteFailure(error) } };
}

/** Where it is right to go on without: what main refused is told and logged there, a fault of the page itself is logged here. */
export function noteUnlessRefused(error: unknown): void {
  if (!(error instanceof ClientError)) noteFailure(error);
}
