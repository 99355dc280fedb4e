import { z } from 'zod';
import { command, everyRole, local, query, task } from '../../define.ts';
import { id, nothing, requiredLine } from '../../fields.ts';
import { attempt, lockChoices, pin, triedPin, user, userFields } from './schema.ts';

/** Who has no roles has damaged ones, and may do nothing. */
const person = user.pick({ id: true, name: true, title: true }).extend({ roles: z.array(z.enum(everyRole)) });
const recovery = z.strictObject({ recoveryCode: z.string() });

/** Who is at the PC. Without any user the program asks nobody, and whoever sits there has every right. */
export const presence = z.strictObject({
  /** Who can come in, in the order of the alphabet; empty: the office has no users. */
  people: z.array(person),
  /** Null: nobody, so all but coming in is refused; or no users at all. */
  signedIn: person.nullable(),
  /** Methods that the one at the PC may not call. */
  refused: z.array(z.string()),
  lockAfterMinutes: z.literal(lockChoices),
});
export type Presence = z.infer<typeof presence>;

export const usersContract = {
  presence: query(nothing, presence, { beforeSignIn: true }),
  signIn: local(z.strictObject({ id, pin: triedPin }), attempt, { beforeSignIn: true }),
  lock: local(nothing, nothing, { beforeSignIn: true }),
  /** With the code that was printed at the beginning an administrator gets a new PIN; the code is used up. */
  recover: command(
    z.strictObject({ code: z.string().max(100), id, pin }),
    z.strictObject({ attempt, recoveryCode: z.string().nullable() }),
    { allow: everyRole, beforeSignIn: true, final: true },
  ),
  list: query(nothing, z.array(user)),
  /** The first one, an administrator: from here on the program asks who is there. The code is shown once. */
  begin: command(userFields.pick({ name: true, title: true, roles: true }).extend({ pin }), recovery, {
    allow: ['admin'],
    final: true,
  }),
  /** Final, because nobody can be taken out of a journal: who should not be here is set inactive. */
  add: command(userFields.extend({ pin }), z.strictObject({ id }), { allow: ['admin'], final: true }),
  save: command(userFields.extend({ id }), nothing, {
    allow: ['admin'],
    saves: [{ table: 'user', row: 'id' }],
  }),
  /** A forgotten PIN. */
  resetPin: command(z.strictObject({ id, pin }), nothing, { allow: ['admin'], final: true }),
  /** One's own. */
  changePin: command(z.strictObject({ current: triedPin, pin }), attempt, { allow: everyRole, final: true }),
  newRecoveryCode: command(nothing, recovery, { allow: ['admin'], final: true }),
  /** The slip for the safe, to the printer and nowhere else: no file holds the code. */
  printRecoverySlip: task(z.strictObject({ recoveryCode: requiredLine(50) }), nothing, { allow: ['admin'] }),
  setLock: local(z.strictObject({ minutes: z.literal(lockChoices) }), nothing, { allow: ['admin'] }),
};
