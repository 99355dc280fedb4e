import { setImmediate as breathe } from 'node:timers/promises';
import { allOrNothing } from '#main/db/all-or-nothing.ts';
import { AppError } from '#shared/errors.ts';
import { clientOf } from './client.ts';
import type { CommandContext, JoiningClient } from './context.ts';
import type { Admitted, Done, Door } from './door.ts';

export type JoinedCalls = {
  call: JoiningClient;
  /** Whether one of them can never be undone by itself. */
  areFinal: () => boolean;
  /** Waits for those that were begun and refuses all that come later. @throws what lost the transaction, if it is lost */
  end: () => Promise<void>;
};

/** The program's own methods within an open transaction, one after the other. */
export function joinCalls(door: Door, ctx: CommandContext, signal: AbortSignal): JoinedCalls {
  const { raw } = ctx.store;
  let last: Promise<unknown> = Promise.resolve();
  let areFinal = false;
  let isOver = false;
  /** Without its transaction each row would be written by itself. */
  let lostBy: unknown = null;

  async function run({ method, perform }: Admitted): Promise<unknown> {
    if (method.kind === 'query') return perform(ctx);
    const value = await allOrNothing(raw, () => perform(ctx));
    areFinal ||= method.final;
    return value;
  }

  async function join(name: string, input: unknown): Promise<Done> {
    if (signal.aborted) throw new AppError('CANCELLED');
    if (lostBy !== null) throw lostBy;
    const admitted = door.admit(ctx.actor, name, input);
    if (!admitted.method.joins) throw new Error(`${name} cannot be a part of a change`);
    try {
      return { value: await run(admitted), change: null };
    } catch (error) {
      if (!raw.inTransaction) lostBy = error;
      throw error;
    }
  }

  return {
    call: clientOf((name, input) => {
      if (isOver) throw new Error(`${name} comes after the change it would be a part of`);
      const answered = last.then(() => door.answer(name, () => join(name, input)));
      last = answered.then(() => breathe());
      return answered;
    }),
    areFinal: () => areFinal,
    end: async () => {
      isOver = true;
      await last;
      if (lostBy !== null) throw lostBy;
    },
  };
}
