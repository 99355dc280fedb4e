import type { Store } from '#main/db/open.ts';
import type { BridgeEvent, Result } from '#shared/bridge.ts';
import type { Method } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';
import { clientOf } from './client.ts';
import type { Actor, Sources, TaskContext } from './context.ts';
import type { Admitted, Done } from './door.ts';
import type { Services } from './services.ts';

type TaskRunnerOptions = {
  services: Services;
  sources: Sources;
  emit: (event: BridgeEvent) => void;
  callAs: (actor: () => Actor) => (method: string, input: unknown) => Promise<Result<unknown>>;
};

type RunTask = (admitted: Admitted, actor: Actor, job?: string) => Promise<Done>;

/** Runs long work, with a name by which it is followed and called off. */
export function createTaskRunner({ services, sources, emit, callAs }: TaskRunnerOptions): RunTask {
  const { session, tasks } = services;

  /** What a task began to read is what it ends with: a list of files that is half of another day helps nobody. */
  function sameStore({ storeless }: Method): () => Store {
    if (storeless) return session.store;
    const begun = session.store();
    return () => {
      if (session.store() !== begun) throw new AppError('CANCELLED');
      return begun;
    };
  }

  return async ({ method, perform }, actor, job = sources.newId()) => {
    const { signal } = tasks.begin(job);
    const ctx: TaskContext = {
      ...sources,
      actor,
      services,
      store: method.onlyReads ? sameStore(method) : session.present,
      signal,
      progress: (stage, done, total) => {
        signal.throwIfAborted();
        emit({ kind: 'progress', progress: { job, stage, done, total } });
      },
      // As who began it, even when the PC is locked meanwhile.
      call: clientOf(callAs(() => actor)),
      local: (work) => session.present().db.transaction().execute(work),
    };
    try {
      return { value: await perform(ctx), change: null };
    } catch (error) {
      if (signal.aborted && !(error instanceof AppError)) throw new AppError('CANCELLED');
      throw error;
    } finally {
      tasks.end(job);
    }
  };
}
