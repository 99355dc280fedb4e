import type { Result } from '#shared/bridge.ts';
import type { Client } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';

type Invoke = (method: string, input: unknown) => Promise<Result<unknown>>;

/** The typed client over any `invoke`: tasks, jobs, command line and tests call the program as the page does. */
export function clientOf(invoke: Invoke): Client {
  const feature = (group: string) =>
    new Proxy(
      {},
      { get: (_, member) => async (input: unknown) => unwrap(invoke(`${group}.${String(member)}`, input)) },
    );
  return new Proxy({}, { get: (_, group) => feature(String(group)) }) as Client;
}

/** @throws AppError with what the door answered */
export async function unwrap(pending: Promise<Result<unknown>>): Promise<unknown> {
  const result = await pending;
  if (result.ok) return result.value;
  throw new AppError(result.error.code, result.error.detail);
}
