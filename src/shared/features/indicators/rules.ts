import { compareQuantities, percentOf } from '../../text/quantities.ts';
import type { Direction, ResultClass } from './schema.ts';

/** From here on a plan counts as "xấp xỉ"; the guideline gives no threshold. */
const nearlyMetPercent = '95';

/**
 * How a result is judged: by its direction, not by the bare ratio. 3,8 % poor households against a plan of 4 % is
 * a success although the ratio is 95.
 */
export function classify(
  direction: Direction,
  plan: string | null,
  actual: string | null,
): ResultClass | null {
  if (plan === null || actual === null) return null;
  const order = compareQuantities(actual, plan);
  if (order === 0) return 'met';
  if (direction === 'up' && order > 0) return 'exceeded';
  if (direction === 'down' && order < 0) return 'exceeded';
  const ratio = direction === 'down' ? percentOf(plan, actual) : percentOf(actual, plan);
  if (direction === 'equal' && order > 0) return 'not_met';
  return ratio !== null && compareQuantities(ratio, nearlyMetPercent) >= 0 ? 'nearly_met' : 'not_met';
}
