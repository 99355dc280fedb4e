import { type ChangeSetHead, closeChangeSet } from '#main/db/change-set.ts';
import type { Store } from '#main/db/open.ts';
import type { BridgeEvent, ChangeNotice, Result } from '#shared/bridge.ts';
import { allMethods, type Client, type MethodName } from '#shared/contract.ts';
import type { Method } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';
import { showDate } from '#shared/text/dates.ts';
import { fieldIssues } from '#shared/validation.ts';
import {
  type Actor,
  type CommandContext,
  type Handlers,
  mayCall,
  nobody,
  type QueryContext,
  type Sources,
  type TaskContext,
} from './context.ts';
import type { Log } from './log.ts';
import type { Services } from './services.ts';
import { toWireError } from './to-wire-error.ts';

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
  cancel: (job: string) => boolean;
};

/** A message of the page holds a form, not a file. */
const largestInput = 8_000_000;
const deepestInput = 100;

type AnyHandler = (ctx: never, input: unknown) => Promise<unknown>;

/** method → permission → input → transaction → handler → Result. The sender is checked before, in electron/ipc.ts. */
export function createDispatcher(options: DispatchOptions): Dispatcher {
  const { services, sources, log, emit } = options;
  const methods = allMethods();
  const jobs = new Map<string, AbortController>();

  function find(name: string): { name: MethodName; method: Method; run: AnyHandler } {
    const method = methods.get(name as MethodName);
    const [feature = '', member = ''] = name.split('.');
    const group = (options.handlers as Record<string, Record<string, AnyHandler>>)[feature];
    const run = group?.[member];
    if (!method || !run) throw new AppError('UNKNOWN_METHOD');
    return { name: name as MethodName, method, run };
  }

  function readInput(method: Method, input: unknown): unknown {
    if (isTooLarge(input)) throw new AppError('TOO_LARGE');
    const parsed = method.input.safeParse(input);
    if (!parsed.success) throw new AppError('VALIDATION', { issues: fieldIssues(parsed.error.issues) });
    return parsed.data;
  }

  async function runCommand(name: MethodName, method: Method, run: AnyHandler, actor: Actor, input: unknown) {
    const store = services.session.store();
    let change: ChangeNotice | null = null;
    const value = await store.db.transaction().execute(async (db) => {
      const ctx: CommandContext = { ...sources, actor, services, db, store };
      if (method.kind === 'local') return run(ctx as never, input);
      const result = await run(ctx as never, input);
      const head = headOf(name, method, actor, result);
      const seq = closeChangeSet(store.raw, head);
      if (seq !== null) change = { seq, command: name, undoable: head.kind === 'do' && !head.final };
      return result;
    });
    store.touched();
    return { value, change: change as ChangeNotice | null };
  }

  /** An undo is a command too; only its change set says what it undid. */
  function headOf(name: MethodName, method: Method, actor: Actor, result: unknown): ChangeSetHead {
    const head = { at: sources.now(), actor: actor.id, command: name, final: method.final };
    if (name !== 'journal.undo' && name !== 'journal.redo') return { ...head, kind: 'do', target: null };
    const target = (result as { seq: number }).seq;
    return { ...head, kind: name === 'journal.undo' ? 'undo' : 'redo', target };
  }

  /** What a task began to read is what it ends with: a list of files that is half of another day helps nobody. */
  function sameStore({ storeless }: Method): () => Store {
    const { session } = services;
    if (storeless) return session.store;
    const begun = session.store();
    return () => {
      if (session.store() !== begun) throw new AppError('CANCELLED');
      return begun;
    };
  }

  async function runTask(
    method: Method,
    run: AnyHandler,
    actor: Actor,
    input: unknown,
    job: string = sources.newId(),
  ) {
    const controller = new AbortController();
    jobs.set(job, controller);
    const ctx: TaskContext = {
      ...sources,
      actor,
      services,
      store: method.onlyReads ? sameStore(method) : services.session.present,
      signal: controller.signal,
      progress: (stage, done, total) => {
        controller.signal.throwIfAborted();
        emit({ kind: 'progress', progress: { job, stage, done, total } });
      },
      // As who began it, even when the PC is locked meanwhile.
      call: clientOf((name, given) => answer(() => actor, name, given)),
      local: (work) => services.session.present().db.transaction().execute(work),
    };
    try {
      return await run(ctx as never, input);
    } catch (error) {
      if (controller.signal.aborted && !(error instanceof AppError)) throw new AppError('CANCELLED');
      throw error;
    } finally {
      jobs.delete(job);
    }
  }

  async function run(actor: Actor, rawName: string, rawInput: unknown, job?: string) {
    const { name, method, run: handler } = find(rawName);
    if (actor === nobody && !method.beforeSignIn) throw new AppError('LOCKED');
    if (!method.beforeSignIn && !mayCall(actor, method)) throw new AppError('FORBIDDEN');
    const input = readInput(method, rawInput);
    const day = services.session.viewedDay();
    if (day !== null && !method.onlyReads)
      throw new AppError('PAST_IS_READ_ONLY', { params: { day: showDate(day) } });
    const done = await runByKind(name, method, handler, actor, input, job);
    if (options.checkOutput) method.output.parse(done.value);
    if (method.kind !== 'query' && method.kind !== 'local') emit({ kind: 'changed', change: done.change });
    return done;
  }

  async function runByKind(
    name: MethodName,
    method: Method,
    handler: AnyHandler,
    actor: Actor,
    input: unknown,
    job: string | undefined,
  ) {
    switch (method.kind) {
      case 'query': {
        if (name === 'app.cancel')
          return { value: { cancelled: cancel((input as { job: string }).job) }, change: null };
        const store = method.storeless ? (undefined as unknown as Store) : services.session.store();
        const ctx: QueryContext = { ...sources, actor, services, store, db: store?.db };
        try {
          return { value: await handler(ctx as never, input), change: null };
        } catch (error) {
          // Its day was left while it was read.
          if (!method.storeless && services.session.store() !== store) throw new AppError('CANCELLED');
          throw error;
        }
      }
      case 'task':
        return { value: await runTask(method, handler, actor, input, job), change: null };
      case 'command':
      case 'local':
        return runCommand(name, method, handler, actor, input);
    }
  }

  function cancel(job: string): boolean {
    jobs.get(job)?.abort();
    return jobs.has(job);
  }

  function invoke(name: string, input: unknown, job?: string): Promise<Result<unknown>> {
    return answer(options.actor, name, input, job);
  }

  async function answer(
    actor: () => Actor,
    name: string,
    input: unknown,
    job?: string,
  ): Promise<Result<unknown>> {
    try {
      const { value, change } = await run(actor(), name, input, job);
      return change ? { ok: true, value, change } : { ok: true, value };
    } catch (error) {
      return { ok: false, error: toWireError(error, log, name) };
    }
  }

  return { invoke, cancel };
}

/** The typed client over any `invoke`: tasks, command line and tests call the program as the page does. */
export function clientOf(invoke: Dispatcher['invoke']): Client {
  const feature = (group: string) =>
    new Proxy(
      {},
      { get: (_, member) => (input: unknown) => unwrap(invoke(`${group}.${String(member)}`, input)) },
    );
  return new Proxy({}, { get: (_, group) => feature(String(group)) }) as Client;
}

/** @throws AppError with what the door answered */
export async function unwrap(pending: Promise<Result<unknown>>): Promise<unknown> {
  const result = await pending;
  if (result.ok) return result.value;
  throw new AppError(result.error.code, result.error.detail);
}

/** Rough and cheap: counts characters, stops at the limit; what is nested without end runs into it too. */
function isTooLarge(input: unknown): boolean {
  let left = largestInput;
  const visit = (value: unknown, depth: number): boolean => {
    if (typeof value === 'string') left -= value.length;
    else if (typeof value === 'object' && value !== null) {
      if (depth > deepestInput) return true;
      for (const key of Object.keys(value)) {
        left -= key.length + 4;
        if (left < 0 || visit((value as Record<string, unknown>)[key], depth + 1)) return true;
      }
    }
    return left < 0;
  };
  return visit(input, 0);
}
