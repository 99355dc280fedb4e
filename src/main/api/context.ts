import type { Kysely, Transaction } from 'kysely';
import type { Store } from '#main/db/open.ts';
import type { Database } from '#main/db/schema.ts';
import type { Client, Contract, MethodName, Output, Parsed } from '#shared/contract.ts';
import { everyRole, type Method, type MethodKind, type Role } from '#shared/define.ts';
import type { PrintModel } from '#shared/paper/model.ts';
import type { Services } from './services.ts';

export type Actor = { id: string; name: string; roles: readonly Role[] };

/** While the office has no users, whoever sits at the PC is the clerk with every right. */
export const everybody: Actor = { id: 'clerk', name: 'Văn thư', roles: everyRole };

/** Nobody has come in yet. */
export const nobody: Actor = { id: 'nobody', name: '', roles: [] };

export function mayCall(actor: Actor, { allow }: Method): boolean {
  return allow.some((role) => actor.roles.includes(role));
}

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
