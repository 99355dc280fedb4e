import type { z } from 'zod';
import type { Table } from './records.ts';

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

/**
 * Rows that a command saves, by what of its input names them: one row, the parts of a record in that table, or, without
 * either, the whole table. A field that is not given names none: what is new has nothing to differ from.
 */
export type SavedRows<F extends string = string> = { table: Table } & (
  | { row: F; under?: never }
  | { under: F; row?: never }
  | { row?: never; under?: never }
);

type Traits = {
  allow: readonly Role[];
  /** Never undone: giving a number is voided instead. */
  final: boolean;
  /** Its change set takes back, or does again, the one that its output names. */
  takesBack: 'undo' | 'redo' | null;
  /** What it records is for trying out: its numbers are given to nobody, so it is undone also where it is final or locked. */
  trial: boolean;
  /** May be a part of the change set of a task. */
  joins: boolean;
  /** Works while no store is open (start-up error page, restore). */
  storeless: boolean;
  /** Works while nobody has come in with a PIN. */
  beforeSignIn: boolean;
  /** Works while an earlier day is shown, which nothing may change. */
  onlyReads: boolean;
  /**
   * Callers may say what it is based on (`basedOn`, the change set as of which they read it): it is refused when one of these
   * rows was changed since. Where it saves nothing, or nothing is said, it is not asked.
   */
  saves: readonly SavedRows[];
};

export type Method<
  K extends MethodKind = MethodKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = Traits & { kind: K; input: I; output: O };

const plain: Omit<Traits, 'allow'> = {
  final: false,
  takesBack: null,
  trial: false,
  joins: false,
  storeless: false,
  beforeSignIn: false,
  onlyReads: false,
  saves: [],
};

/** Who may do what is not said otherwise. */
export const writers: readonly Role[] = ['clerk', 'admin'];

/** @param options `joins: false` where it keeps more than the store (a file beside it), which no transaction covers */
export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Options & { storeless?: boolean; joins?: boolean } = {},
): Method<'query', I, O> {
  return {
    ...plain,
    allow: everyRole,
    joins: true,
    onlyReads: true,
    ...options,
    kind: 'query',
    input,
    output,
  };
}

export function command<
  I extends z.ZodType,
  O extends z.ZodType,
  const S extends readonly SavedRows<keyof z.input<I> & string>[] = readonly [],
>(
  input: I,
  output: O,
  options: Options & { final?: boolean; saves?: S } = {},
): Method<'command', I, O> & { saves: S } {
  const saves = options.saves ?? ([] as readonly SavedRows[] as S);
  return { ...plain, allow: writers, joins: true, ...options, kind: 'command', input, output, saves };
}

/** A command that takes back, or does again, what another one did. */
export function takeBack<I extends z.ZodType, O extends z.ZodType<{ seq: number }>>(
  takesBack: 'undo' | 'redo',
  input: I,
  output: O,
  options: Options = {},
): Method<'command', I, O> {
  return { ...plain, allow: writers, ...options, takesBack, kind: 'command', input, output };
}

export function local<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Options = {},
): Method<'local', I, O> {
  return { ...plain, allow: everyRole, ...options, kind: 'local', input, output };
}

/** @param options a task counts as one that writes until it says that it only reads */
export function task<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Options & { storeless?: boolean; onlyReads?: boolean; trial?: boolean } = {},
): Method<'task', I, O> {
  return { ...plain, allow: writers, ...options, kind: 'task', input, output };
}

export type ContractShape = Record<string, Record<string, Method>>;
