import { z } from 'zod';
import { everyRole } from '../../define.ts';
import { id, line, requiredLine } from '../../fields.ts';

/** 4 to 6 digits; not those that everybody tries first. */
export const pin = z
  .string()
  .regex(/^\d{4,6}$/u, { error: 'validation.pin', abort: true })
  .refine((digits) => !isEasyPin(digits), 'validation.easyPin');

/** What is tried at the lock: refused by its hash, not by its form. */
export const triedPin = z.string().max(100);

/** All digits the same, or each one more or one less than the one before. */
export function isEasyPin(digits: string): boolean {
  const steps = new Set([...digits].slice(1).map((digit, i) => Number(digit) - Number(digits[i])));
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0] ?? 2);
}

export const userFields = z.strictObject({
  name: requiredLine(100),
  title: line(200),
  roles: z
    .array(z.enum(everyRole))
    .min(1, 'validation.roles')
    .overwrite((roles) => everyRole.filter((role) => roles.includes(role))),
  isActive: z.boolean().default(true),
});
export type UserFields = z.infer<typeof userFields>;

export const user = userFields.extend({ id });
export type User = z.infer<typeof user>;

/** How a try to come in ends: nothing is thrown, because a wrong one is counted. */
export const attempt = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('in') }),
  z.strictObject({ state: z.literal('wrong'), waitSeconds: z.int() }),
  /** Too early after failures: not even looked at. */
  z.strictObject({ state: z.literal('wait'), waitSeconds: z.int() }),
  /** Set inactive meanwhile, or without a PIN because bringing the person in was undone and done again. */
  z.strictObject({ state: z.literal('closed') }),
]);
export type Attempt = z.infer<typeof attempt>;

/** Minutes without a key or a move after which the program locks itself; 0: never. */
export const lockChoices = [2, 5, 10, 15, 30, 60, 0] as const;
