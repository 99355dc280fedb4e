import type { z } from 'zod';

export type Role = 'clerk' | 'reviewer' | 'approver' | 'admin';
export const everyRole: readonly Role[] = ['clerk', 'reviewer', 'approver', 'admin'];

type Options = {
  /** Who may call it. Queries: everybody, commands: the clerk and the administrator, unless said otherwise. */
  allow?: readonly Role[];
  beforeSignIn?: boolean;
};

/**
 * How the dispatcher runs a method.
 * - query: reads; no transaction of its own.
 * - command: one transaction, one change set in the journal, undoable unless `final`.
 * - local: one transaction, but what it writes is not a record (a draft, a preference), so no change set.
 * - task: long work (pages, backup, restore) with progress and cancel; opens its own transactions where it needs one.
 */
export type MethodKind = 'query' | 'command' | 'local' | 'task';

export type Method<
  K extends MethodKind = MethodKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = {
  kind: K;
  input: I;
  output: O;
  allow: readonly Role[];
  /** Never undone: giving a number is voided instead. */
  final: boolean;
  /** Works while no store is open (start-up error page, restore). */
  storeless: boolean;
  /** Works while nobody has come in with a PIN. */
  beforeSignIn: boolean;
  /** Works while an earlier day is shown, which nothing may change. */
  onlyReads: boolean;
};

const writers: readonly Role[] = ['clerk', 'admin'];

export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Options & { storeless?: boolean } = {},
): Method<'query', I, O> {
  return {
    kind: 'query',
    input,
    output,
    allow: options.allow ?? everyRole,
    final: false,
    storeless: options.storeless ?? false,
    beforeSignIn: options.beforeSignIn ?? false,
    onlyReads: true,
  };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Options & { final?: boolean } = {},
): Method<'command', I, O> {
  return {
    kind: 'command',
    input,
    output,
    allow: options.allow ?? writers,
    final: options.final ?? false,
    storeless: false,
    beforeSignIn: options.beforeSignIn ?? false,
    onlyReads: false,
  };
}

export function local<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Options = {},
): Method<'local', I, O> {
  return {
    kind: 'local',
    input,
    output,
    allow: options.allow ?? everyRole,
    final: false,
    storeless: false,
    beforeSignIn: options.beforeSignIn ?? false,
    onlyReads: false,
  };
}

/** @param options a task counts as one that writes until it says that it only reads */
export function task<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Options & { storeless?: boolean; onlyReads?: boolean } = {},
): Method<'task', I, O> {
  return {
    kind: 'task',
    input,
    output,
    allow: options.allow ?? writers,
    final: false,
    storeless: options.storeless ?? false,
    beforeSignIn: options.beforeSignIn ?? false,
    onlyReads: options.onlyReads ?? false,
  };
}

export type ContractShape = Record<string, Record<string, Method>>;
