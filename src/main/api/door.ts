import type { Basis, ChangeNotice, Result } from '#shared/bridge.ts';
import { allMethods, type MethodName } from '#shared/contract.ts';
import type { Method } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';
import { refuseOvertaken, takeBasis } from './based-on.ts';
import {
  type Actor,
  type CommandContext,
  type Handlers,
  mayCall,
  nobody,
  type QueryContext,
  type TaskContext,
} from './context.ts';
import { readInput, refuseTooLarge } from './input.ts';
import type { Log } from './log.ts';
import { toWireError } from './to-wire-error.ts';

type DoorOptions = { handlers: Handlers; log: Log; checkOutput: boolean };

/** A call that may go on: known, allowed, its input read. */
export type Admitted = {
  name: MethodName;
  method: Method;
  perform: (ctx: QueryContext | CommandContext | TaskContext) => Promise<unknown>;
};

/** What a call came to; `change` is what it left in the journal, `asOf` what a query read. */
export type Done = { value: unknown; change: ChangeNotice | null; asOf?: Basis | null };

export type Door = {
  /** @throws AppError UNKNOWN_METHOD, LOCKED, FORBIDDEN, TOO_LARGE, VALIDATION */
  admit: (actor: Actor, name: string, input: unknown) => Admitted;
  /** What came of the work, or why nothing did. Never rejects. */
  answer: (name: string, work: () => Promise<Done>) => Promise<Result<unknown>>;
};

type AnyHandler = (ctx: never, input: never) => Promise<unknown>;
type Groups = Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>;

/** What every call passes, whether it comes from outside or from within a task. */
export function createDoor({ handlers, log, checkOutput }: DoorOptions): Door {
  const methods: ReadonlyMap<string, Method> = allMethods();
  const groups: Groups = handlers;

  function isKnown(name: string): name is MethodName {
    return methods.has(name);
  }

  function find(name: string): { name: MethodName; method: Method; handler: AnyHandler } {
    const method = methods.get(name);
    if (!isKnown(name) || !method) throw new AppError('UNKNOWN_METHOD');
    const [feature = '', member = ''] = name.split('.');
    const handler = groups[feature]?.[member];
    if (!handler) throw new AppError('UNKNOWN_METHOD');
    return { name, method, handler };
  }

  return {
    admit: (actor, name, input) => {
      const found = find(name);
      const { method, handler } = found;
      if (actor === nobody && !method.beforeSignIn) throw new AppError('LOCKED');
      if (!method.beforeSignIn && !mayCall(actor, method)) throw new AppError('FORBIDDEN');
      refuseTooLarge(input);
      const { basedOn, rest } = takeBasis(method, input);
      const read = readInput(method, rest);
      const perform: Admitted['perform'] = async (ctx) => {
        // Its kind says which context it gets, its schema what was read.
        const value = await handler(ctx as never, read as never);
        // What its own rules refuse is said first: of what is gone or locked by now there is nothing to choose.
        if (basedOn !== undefined) await refuseOvertaken(ctx as CommandContext, method, read, basedOn);
        if (checkOutput) method.output.parse(value);
        return value;
      };
      return { name: found.name, method, perform };
    },
    answer: async (name, work) => {
      try {
        const { value, change, asOf } = await work();
        return { ok: true, value, ...(change && { change }), ...(asOf && { asOf }) };
      } catch (error) {
        return { ok: false, error: toWireError(error, log, methods.get(name)) };
      }
    },
  };
}
