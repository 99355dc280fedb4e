import { z } from 'zod';
import { newestBasis } from '#main/db/journal/newest-changes.ts';
import type { Store } from '#main/db/open.ts';
import type { Basis, BridgeEvent, Result } from '#shared/bridge.ts';
import type { Method } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';
import { showDate } from '#shared/text/dates.ts';
import { type ChangeHead, inOneChange } from './change.ts';
import type { Actor, Handlers, QueryContext, Sources } from './context.ts';
import { type Admitted, createDoor, type Done } from './door.ts';
import type { Log } from './log.ts';
import { createTaskRunner } from './run-task.ts';
import type { Services } from './services.ts';

export type DispatchOptions = {
  handlers: Handlers;
  services: Services;
  sources: Sources;
  actor: () => Actor;
  log: Log;
  emit: (event: BridgeEvent) => void;
  /** Tests also check what handlers give back. */
  checkOutput?: boolean;
};

export type Dispatcher = {
  /** The only door. Never rejects. */
  invoke: (method: string, input: unknown, job?: string) => Promise<Result<unknown>>;
  /** The same for one who is not at the PC: the program itself. */
  as: (actor: Actor) => Dispatcher['invoke'];
  cancel: (job: string) => boolean;
};

const backTo = z.looseObject({ seq: z.int() });

/** method → permission → input → transaction → handler → Result. The sender is checked before, in electron/ipc.ts. */
export function createDispatcher(options: DispatchOptions): Dispatcher {
  const { services, sources, emit } = options;
  const { session } = services;
  const door = createDoor({ ...options, checkOutput: options.checkOutput ?? false });
  const runTask = createTaskRunner({ services, sources, door, emit, callAs, refuseInPast });

  async function run(actor: Actor, name: string, input: unknown, job?: string): Promise<Done> {
    const admitted = door.admit(actor, name, input);
    const { method } = admitted;
    refuseInPast(method);
    const done = await runByKind(admitted, actor, job);
    if (method.kind !== 'query' && method.kind !== 'local') emit({ kind: 'changed', change: done.change });
    return done;
  }

  function refuseInPast({ onlyReads }: Method): void {
    const day = session.viewedDay();
    if (day !== null && !onlyReads)
      throw new AppError('PAST_IS_READ_ONLY', { params: { day: showDate(day) } });
  }

  function runByKind(admitted: Admitted, actor: Actor, job: string | undefined): Promise<Done> {
    switch (admitted.method.kind) {
      case 'query':
        return runQuery(admitted, actor);
      case 'command':
        return runCommand(admitted, actor);
      case 'local':
        return runLocal(admitted, actor);
      case 'task':
        return runTask(admitted, actor, job);
    }
  }

  async function runQuery({ method, perform }: Admitted, actor: Actor): Promise<Done> {
    if (method.storeless) return { value: await perform(withoutStore(actor)), change: null };
    const store = session.store();
    try {
      const asOf = readAsOf(store);
      const value = await perform({ ...sources, actor, services, store, db: store.db });
      return { value, change: null, asOf };
    } catch (error) {
      // Its day was left while it was read.
      if (session.store() !== store) throw new AppError('CANCELLED');
      throw error;
    }
  }

  /** What asks for the store nevertheless hears that there may be none. */
  function withoutStore(actor: Actor): QueryContext {
    return {
      ...sources,
      actor,
      services,
      get store() {
        return session.store();
      },
      get db() {
        return session.store().db;
      },
    };
  }

  /** Asked before the reading: what comes meanwhile may or may not be in it. On an earlier day nothing is ever saved. */
  function readAsOf({ raw }: Store): Basis | null {
    return session.viewedDay() === null ? newestBasis(raw) : null;
  }

  function runCommand(admitted: Admitted, actor: Actor): Promise<Done> {
    return inOneChange(session.store(), sources.newId, async (within) => {
      const value = await admitted.perform({ ...sources, actor, services, ...within });
      return { value, head: headOf(admitted, actor, value) };
    });
  }

  async function runLocal({ perform }: Admitted, actor: Actor): Promise<Done> {
    const store = session.store();
    const value = await store.db
      .transaction()
      .execute((db) => perform({ ...sources, actor, services, db, store: { ...store, db } }))
      .catch((error: unknown) => {
        store.failed(error);
        throw error;
      });
    store.touched();
    return { value, change: null };
  }

  /** To take back is a command too; only its change set says what it was about. */
  function headOf({ name, method }: Admitted, actor: Actor, value: unknown): ChangeHead {
    const { takesBack, final } = method;
    const target = takesBack ? backTo.parse(value).seq : null;
    return { at: sources.now(), actor: actor.id, command: name, kind: takesBack ?? 'do', target, final };
  }

  function callAs(actor: () => Actor): Dispatcher['invoke'] {
    return (name, input, job) => door.answer(name, () => run(actor(), name, input, job));
  }

  return { invoke: callAs(options.actor), as: (actor) => callAs(() => actor), cancel: services.tasks.cancel };
}
