import { z } from 'zod';
import type { TypedCount } from '#renderer/ui/fields/typed-values.ts';

const most = 9_999;

export function isCount(typed: TypedCount): typed is number {
  return typeof typed === 'number' && typed >= 0 && typed <= most;
}

/** A count in a draft as it is typed, for the schema of the store to refuse in words. */
export function typedCount(schema: z.ZodType<number | null, number | null>) {
  return z.union([z.number(), z.string(), z.null()]).pipe(schema);
}

/** What is counted with while the field is empty, or says what is no count: `otherwise`. */
export function countOr(typed: TypedCount, otherwise: number): number {
  return isCount(typed) ? typed : otherwise;
}
