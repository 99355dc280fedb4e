import Big from 'big.js';

/**
 * Quantities are canonical decimal text ("1234.5"): binary floats turn 53.35/50 into 106.69999….
 * One rounding everywhere: half up.
 */
const canonical = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/u;

export function isQuantity(text: string): boolean {
  return canonical.test(text) && text !== '-0';
}

/**
 * Reads a number as Vietnamese offices write it: dot for thousands, comma for decimals, leading zeros allowed
 * ("1.234" is one thousand two hundred thirty-four, "05,2" is 5.2).
 * @returns canonical decimal text, or null when it is no such number
 */
export function parseQuantity(typed: string): string | null {
  const text = typed.trim().replace(/[\s\u00a0\u202f]/gu, '');
  const parts = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/u.exec(text);
  if (!parts) return null;
  const [, sign = '', whole = '', fraction] = parts;
  const value = new Big(`${sign}${whole.replaceAll('.', '')}${fraction ? `.${fraction}` : ''}`);
  return value.eq(0) ? '0' : value.toFixed();
}

/** Shows canonical decimal text in Vietnamese form: "6988329032" → "6.988.329.032", "2442.7" → "2.442,7". */
export function showQuantity(quantity: string): string {
  const [whole = '', fraction] = quantity.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, '.');
  return fraction ? `${grouped},${fraction}` : grouped;
}

/**
 * Actual ÷ plan × 100, rounded half up to `digits` decimals, trailing zeros dropped ("106.67", "107").
 * @returns canonical decimal text, or null without both numbers or with a plan of zero
 */
export function percentOf(actual: string | null, plan: string | null, digits = 2): string | null {
  if (actual === null || plan === null || new Big(plan).eq(0)) return null;
  // Divided with spare digits first: rounding twice at the same place could move a half.
  const ratio = new Big(actual).times(100).div(plan);
  return new Big(ratio.round(digits, Big.roundHalfUp)).toFixed();
}

/** -1, 0 or 1, exactly. */
export function compareQuantities(a: string, b: string): number {
  return new Big(a).cmp(b);
}

/** "02", "13": counts of people and papers below ten carry a zero in official text. */
export function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
