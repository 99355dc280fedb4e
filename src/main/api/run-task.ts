import type { Store } from '#main/db/open.ts';
import type { Result } from '#shared/bridge.ts';
import type { Method } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';
import { clientOf } from './client.ts';
import type { Actor, TaskContext } from './context.ts';
import type { Admitted, Done } from './door.ts';
import type { Session } from './services.ts';
import { changeOf, type TaskChangeOptions } from './task-change.ts';

type TaskRunnerOptions = TaskChangeOptions & {
  callAs: (actor: () => Actor) => (method: string, input: unknown) => Promise<Result<unknown>>;
};

type RunTask = (admitted: Admitted, actor: Actor, job?: string) => Promise<Done>;

/** Runs long work, with a name by which it is followed and called off. */
export function createTaskRunner(options: TaskRunnerOptions): RunTask {
  const { services, sources, emit, callAs } = options;
  const { session, tasks } = services;

  function contextOf(method: Method, actor: Actor, job: string, signal: AbortSignal): TaskContext {
    const store = method.onlyReads ? sameStore(session, method) : session.present;
    // As who began it, even when the PC is locked meanwhile.
    const call = callAs(() => actor);
    const change = changeOf(options, actor, signal);
    let isChanging = false;
    /** What waited for the transaction that the task itself has open would wait for ever. */
    const outside = () => {
      if (isChanging)
        throw new Error('within its change a task uses what the change gives, and nothing else');
    };
    return {
      ...sources,
      actor,
      services,
      store: () => {
        outside();
        return store();
      },
      signal,
      progress: (stage, done, total) => {
        signal.throwIfAborted();
        emit({ kind: 'progress', progress: { job, stage, done, total } });
      },
      call: clientOf((name, input) => {
        outside();
        return call(name, input);
      }),
      local: async (work) => {
        outside();
        return session.present().db.transaction().execute(work);
      },
      change: async (command, work) => {
        outside();
        if (method.onlyReads) throw new Error('a task that only reads changes nothing');
        isChanging = true;
        try {
          return await change(command, work);
        } finally {
          isChanging = false;
        }
      },
    };
  }

  return async ({ method, perform }, actor, job = sources.newId()) => {
    const { signal } = tasks.begin(job);
    try {
      return { value: await perform(contextOf(method, actor, job, signal)), change: null };
    } catch (error) {
      if (signal.aborted && !(error instanceof AppError)) throw new AppError('CANCELLED');
      throw error;
    } finally {
      tasks.end(job);
    }
  };
}

/** What a task began to read is what it ends with: a list of files that is half of another day helps nobody. */
function sameStore(session: Session, { storeless }: Method): () => Store {
  if (storeless) return session.store;
  const begun = session.store();
  return () => {
    if (session.store() !== begun) throw new AppError('CANCELLED');
    return begun;
  };
}
