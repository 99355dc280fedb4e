/*
 * Marks are brought into their order by shifting each past the others: of a hundred thousand on one letter that takes
 * seconds, of a million hours. No letter of any script bears a hundred.
 */
const heap = /\p{M}{101}/u;
const heaps = /(?<!\p{M})(\p{M}{100})\p{M}+/gu;
/** Where marks stand in Unicode. Text without these signs, as Vietnamese in NFC is, need not be looked through for them. */
const nearMarks = /[\u0300-\u1dff\u20d0-\u20ff\u2c00-\u{10ffff}]/u;

export function hasHeapOfMarks(text: string): boolean {
  return nearMarks.test(text) && heap.test(text);
}

/** The marks that are too many are cut off: for what is pasted, before it is looked at. */
export function withoutHeapsOfMarks(text: string): string {
  return text.replace(heaps, '$1');
}
