import type { Database as Sqlite } from 'better-sqlite3';
import type { Kysely, Transaction } from 'kysely';
import { programId } from '#main/db/journal/change-set.ts';
import type { Store } from '#main/db/open.ts';
import type { Database } from '#main/db/schema.ts';
import type { Client, Contract, MethodName, Output, Parsed } from '#shared/contract.ts';
import { everyRole, type Method, type MethodKind, type Role } from '#shared/define.ts';
import type { AppError } from '#shared/errors.ts';
import type { MessageId } from '#shared/i18n/translate.ts';
import type { PrintModel } from '#shared/paper/model.ts';
import type { Table } from '#shared/records.ts';
import type { Services } from './services.ts';

export type Actor = { id: string; name: string; roles: readonly Role[] };

/** While the office has no users, whoever sits at the PC is the clerk with every right. */
export const everybody: Actor = { id: 'clerk', name: 'Văn thư', roles: everyRole };

/** What is done without anybody: by a job, while the PC rests. */
export const theProgram: Actor = { id: programId, name: 'Chương trình', roles: everyRole };

/** Nobody has come in yet. */
export const nobody: Actor = { id: 'nobody', name: '', roles: [] };

export function mayCall(actor: Actor, { allow }: Method): boolean {
  return allow.some((role) => actor.roles.includes(role));
}

/**
 * What a command asks of the rows of a table that it touches, besides the role: whose they are. Its handler asks it, and so
 * does whoever takes the command back or does it again.
 */
export type RowRule = {
  table: Table;
  /** Why this person may not, row by row; of rows that are gone, as they were. */
  refusals: (raw: Sqlite, actor: Actor, rowIds: readonly string[]) => ReadonlyMap<string, AppError>;
};
export type RowRules = { readonly [N in MethodName]?: RowRule };

/** Where time and ids come from; tests put their own in. */
export type Sources = {
  /** UTC instant, for the journal. */
  now: () => string;
  /** The calendar day on the office's wall, YYYY-MM-DD. */
  today: () => string;
  newId: () => string;
};

type BaseContext = Sources & { actor: Actor; services: Services };

export type QueryContext = BaseContext & { db: Kysely<Database>; store: Store };

/** A command's `db` is the one running transaction: nothing else may be written through. */
export type CommandContext = BaseContext & { db: Transaction<Database>; store: Store };

/** The client without what cannot be a part of a change: tasks, and what is no record. */
export type JoiningClient = {
  [F in keyof Contract]: {
    [M in keyof Contract[F] as Contract[F][M] extends Method<'query' | 'command'> ? M : never]: Client[F][M];
  };
};

/**
 * Within the change of a task. `call` runs the program's own commands and questions in the open transaction: asked for
 * permission, read and checked as ever, each of them done wholly or not at all, one after the other. Between two of them
 * the program breathes.
 */
export type ChangeContext = CommandContext & { call: JoiningClient };

/** Methods that have words in the history. */
export type NamedMethod = {
  [N in MethodName]: `journal.act.${N}` extends MessageId
    ? `journal.command.${N}` extends MessageId
      ? N
      : never
    : never;
}[MethodName];

export type TaskContext = BaseContext & {
  /** Throws STORE_UNAVAILABLE while none is open. */
  store: () => Store;
  signal: AbortSignal;
  /** `stage` is the last part of a message id `job.stage.<stage>`. */
  progress: (stage: string, done: number, total: number) => void;
  /** The program's own methods, through the same door and as the same person. */
  call: Client;
  /** A transaction that is no record: the log of backups. */
  local: <T>(work: (db: Transaction<Database>) => Promise<T>) => Promise<T>;
  /**
   * One transaction that closes as one change set, named like a command: one Ctrl+Z takes all of it back. Whatever is
   * thrown within, and being called off, leaves nothing. It is final when `command` is, or when something final was
   * called in it, unless `command` is a trial.
   *
   * While it is open it has the store's one connection. Commands and questions of the page wait, in their order, until it
   * is closed: nobody sees half of it, nothing gets in between, and what waits is kept nowhere yet. So what takes long
   * (reading files, setting pages) is done before it. `progress` and `signal` go on; `store`, `call`, `local` and a second
   * `change` would wait for this one for ever and are refused meanwhile: `inner` has all that is needed.
   */
  change: <T>(command: NamedMethod, work: (inner: ChangeContext) => Promise<T>) => Promise<T>;
};

/** What a paper is set from: the store that is shown, the day, and what comes from outside the store. */
export type PaperContext = Sources & {
  store: Store;
  services: Services;
  /** Only a task's can be called off and shows how far it is. */
  signal?: AbortSignal;
  progress?: TaskContext['progress'];
};

/** What a feature gives to the printing: one function for each kind of paper in its `papers.ts` of shared. */
export type PaperSetters<P extends { kind: string }> = {
  [K in P['kind']]: (ctx: PaperContext, source: Extract<P, { kind: K }>) => Promise<PrintModel>;
};

type ContextOf<K extends MethodKind> = K extends 'query'
  ? QueryContext
  : K extends 'task'
    ? TaskContext
    : CommandContext;

export type Handler<N extends MethodName, K extends MethodKind> = (
  ctx: ContextOf<K>,
  input: Parsed<N>,
) => Promise<Output<N>>;

/** What a feature's `handlers.ts` exports: exactly its part of the contract. */
export type FeatureHandlers<F extends keyof Contract & string> = {
  [M in keyof Contract[F] & string]: `${F}.${M}` extends MethodName
    ? Contract[F][M] extends Method
      ? Handler<`${F}.${M}`, Contract[F][M]['kind']>
      : never
    : never;
};

export type Handlers = { [F in keyof Contract & string]: FeatureHandlers<F> };
