import type { Method } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';
import { fieldIssues } from '#shared/validation.ts';

/** A message of the page holds a form, not a file. */
const largestInput = 8_000_000;
const deepestInput = 100;

/** @throws AppError TOO_LARGE, VALIDATION */
export function readInput(method: Method, input: unknown): unknown {
  if (isTooLarge(input)) throw new AppError('TOO_LARGE');
  const parsed = method.input.safeParse(input);
  if (!parsed.success) throw new AppError('VALIDATION', { issues: fieldIssues(parsed.error.issues) });
  return parsed.data;
}

/** Rough and cheap: counts characters, stops at the limit; what is nested without end runs into it too. */
function isTooLarge(input: unknown): boolean {
  let left = largestInput;
  const visit = (value: unknown, depth: number): boolean => {
    if (typeof value === 'string') left -= value.length;
    else if (typeof value === 'object' && value !== null) {
      if (depth > deepestInput) return true;
      // Lists of keys and of values would be made anew for each run of a text.
      for (const key in value) {
        left -= key.length + 4;
        if (left < 0 || visit(value[key as keyof typeof value], depth + 1)) return true;
      }
    }
    return left < 0;
  };
  return visit(input, 0);
}
