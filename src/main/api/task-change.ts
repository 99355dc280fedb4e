import type { BridgeEvent } from '#shared/bridge.ts';
import { allMethods } from '#shared/contract.ts';
import type { Method } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';
import { type ChangeHead, inOneChange } from './change.ts';
import { type Actor, mayCall, type Sources, type TaskContext } from './context.ts';
import type { Door } from './door.ts';
import { joinCalls } from './joined-calls.ts';
import type { Services } from './services.ts';

export type TaskChangeOptions = {
  services: Services;
  sources: Sources;
  door: Door;
  emit: (event: BridgeEvent) => void;
  /** @throws AppError PAST_IS_READ_ONLY */
  refuseInPast: (method: Method) => void;
};

/** `change` of a task that this person began. @throws AppError FORBIDDEN, PAST_IS_READ_ONLY, CANCELLED */
export function changeOf(
  { services, sources, door, emit, refuseInPast }: TaskChangeOptions,
  actor: Actor,
  signal: AbortSignal,
): TaskContext['change'] {
  return async (command, work) => {
    const method = allMethods().get(command);
    if (!method) throw new AppError('UNKNOWN_METHOD');
    if (!mayCall(actor, method)) throw new AppError('FORBIDDEN');
    refuseInPast(method);
    const { value, change } = await inOneChange(services.session.present(), sources.newId, async (within) => {
      const ctx = { ...sources, actor, services, ...within };
      const calls = joinCalls(door, ctx, signal);
      const done = await work({ ...ctx, call: calls.call }).finally(calls.end);
      if (signal.aborted) throw new AppError('CANCELLED');
      const final = method.final || (calls.areFinal() && !method.trial);
      const at = sources.now();
      const head: ChangeHead = { at, actor: actor.id, command, kind: 'do', target: null, final };
      return { value: done, head };
    });
    emit({ kind: 'changed', change });
    return value;
  };
}
