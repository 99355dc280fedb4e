import { roman } from '#shared/text/ordinals.ts';

const numerals = new Map(Array.from({ length: 89 }, (_, index) => [roman(index + 1), index + 1]));

/** Reads the number of a term as typed: "13" or "XIII". Text that is neither is handed on, for the schema to refuse. */
export function readOrdinal(text: string): number | string | null {
  const typed = text.trim().toUpperCase();
  if (typed === '') return null;
  return /^\d{1,3}$/u.test(typed) ? Number(typed) : (numerals.get(typed) ?? text);
}

export function showOrdinal(value: number | string | null | undefined): string {
  if (typeof value !== 'number') return value ?? '';
  return value >= 1 && value <= 89 ? roman(value) : String(value);
}
