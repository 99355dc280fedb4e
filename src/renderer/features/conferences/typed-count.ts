/** A count as typed; null: nothing; NaN: no count. */
export function readCount(text: string): number | null {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\d{1,4}$/u.test(typed) ? Number(typed) : Number.NaN;
}

/** What is counted with while the field is empty, or says what is no count: `otherwise`. */
export function countOr(count: number | null, otherwise: number): number {
  return count === null || Number.isNaN(count) ? otherwise : count;
}
