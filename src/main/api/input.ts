import type { Method } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';
import { fieldIssues } from '#shared/validation.ts';

/** A message of the page holds a form, not a file. */
const largestInput = 8_000_000;
const deepestInput = 100;
/** As long as the longest list of the contract, the blocks of a text: schemas read every row before they count them. */
const longestList = 20_000;
/** Nobody reads more of them. */
const mostIssues = 100;

/** Before anything else looks at it. @throws AppError TOO_LARGE */
export function refuseTooLarge(input: unknown): void {
  if (isTooLarge(input)) throw new AppError('TOO_LARGE');
}

/** @throws AppError VALIDATION */
export function readInput(method: Method, input: unknown): unknown {
  const parsed = method.input.safeParse(input);
  if (!parsed.success)
    throw new AppError('VALIDATION', { issues: fieldIssues(parsed.error.issues.slice(0, mostIssues)) });
  return parsed.data;
}

/** Rough and cheap: counts characters and fields, stops at the limit; what is nested without end runs into it too. */
function isTooLarge(input: unknown): boolean {
  let left = largestInput;
  const visit = (value: unknown, depth: number): boolean => {
    if (typeof value === 'string') left -= value.length;
    else if (typeof value === 'object' && value !== null) {
      if (depth > deepestInput || (Array.isArray(value) && value.length > longestList)) return true;
      let fields = 0;
      // Lists of keys and of values would be made anew for each run of a text.
      for (const key in value) {
        left -= key.length + 4;
        fields += 1;
        if (left < 0 || fields > longestList || visit(value[key as keyof typeof value], depth + 1))
          return true;
      }
    }
    return left < 0;
  };
  return visit(input, 0);
}
