import { newestChangeAfter, type RowsAsked } from '#main/db/journal/newest-changes.ts';
import { findUser } from '#main/features/users/index.ts';
import type { Method } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';
import { actorName } from '#shared/features/journal/sentences.ts';
import { id } from '#shared/fields.ts';
import { sayVietnamese } from '#shared/i18n/translate.ts';
import { showClock, showDay } from '#shared/text/instants.ts';
import type { CommandContext } from './context.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a call is based on, and the rest of its input, which the handler reads. @throws AppError VALIDATION */
export function takeBasis(method: Method, input: unknown): { basedOn: string | undefined; rest: unknown } {
  if (method.saves.length === 0 || typeof input !== 'object' || input === null || !('basedOn' in input))
    return { basedOn: undefined, rest: input };
  const { basedOn, ...rest } = input;
  const read = id.optional().safeParse(basedOn);
  if (!read.success)
    throw new AppError('VALIDATION', { issues: [{ path: 'basedOn', message: 'validation.invalid' }] });
  return { basedOn: read.data, rest };
}

/**
 * Refuses a save of what somebody else has saved since it was read.
 * @param input as the handler reads it
 * @throws AppError CONFLICT changedElsewhere, with who saved it last and when
 */
export async function refuseOvertaken(
  { db }: CommandContext,
  { saves }: Method,
  input: unknown,
  basedOn: string,
): Promise<void> {
  const named = (field: string) => (input as Fields)[field] as string | undefined;
  const asked = saves.flatMap(({ table, row, under }): RowsAsked[] => {
    const field = row ?? under;
    if (field === undefined) return [{ table }];
    const value = named(field);
    return value === undefined ? [] : [{ table, [row === undefined ? 'under' : 'row']: value }];
  });
  const newer = await newestChangeAfter(db, asked, basedOn);
  if (!newer) return;
  const user = await findUser(db, newer.actor);
  const name = actorName(sayVietnamese, { actor: newer.actor, actorName: user?.name ?? null });
  throw new AppError('CONFLICT', {
    reason: 'changedElsewhere',
    params: {
      name,
      time: showClock(newer.at),
      day: showDay(newer.at),
      at: newer.at,
      actor: newer.actor,
      seq: newer.seq,
    },
  });
}
