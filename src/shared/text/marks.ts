/*
 * Marks are brought into their order by shifting each past the others: of a hundred thousand on one letter that takes
 * seconds, of a million hours. No letter of any script bears a hundred.
 */
const heap = /(?<!\p{M})(\p{M}{100})\p{M}+/u;
const heaps = new RegExp(heap, 'gu');

export function hasHeapOfMarks(text: string): boolean {
  return heap.test(text);
}

/** The marks that are too many are cut off: for what is pasted, before it is looked at. */
export function withoutHeapsOfMarks(text: string): string {
  return text.replace(heaps, '$1');
}
