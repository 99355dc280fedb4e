import { roman } from '#shared/text/ordinals.ts';

/** Points are lettered in the Vietnamese alphabet, which has đ and lacks f, j, w, z. */
const letters = 'abcd\u0111eghiklmnopqrstuvxy';

/** A heading without words is not printed, so it has no number either. */
export type CountedHeading = { level: number; isEmpty: boolean };

/**
 * What stands before each heading of a document, as the paper counts it: "I- ", "1. ", "a) "; empty before one without
 * words. A heading starts the count of the levels below it anew.
 */
export function headingNumbers(headings: readonly CountedHeading[]): string[] {
  const counts = [0, 0, 0];
  return headings.map(({ level, isEmpty }) => {
    if (isEmpty) return '';
    const count = (counts[level - 1] ?? 0) + 1;
    counts[level - 1] = count;
    counts.fill(0, level);
    return numberOf(level, count);
  });
}

/** "I- ", "1. ", "a) ": the first number of a level, also its sign in the toolbar. */
export function numberOf(level: number, count: number): string {
  if (level === 1) return `${count <= 89 ? roman(count) : count}- `;
  if (level === 2) return `${count}. `;
  const letter = letters[(count - 1) % letters.length] ?? '';
  return `${letter.repeat(Math.ceil(count / letters.length))}) `;
}

/**
 * How many letters a number typed by hand takes at the start of a heading ("I. ", "2- ", "1.2. ", "b) "): the program
 * counts itself. A number that belongs to the words ("5 năm", "2021") stays.
 */
export function typedNumberLength(text: string): number {
  const found = /^\s*(?:[IVXL]{1,7}|\d{1,2}(?:\.\d{1,2})*|[a-y\u0111])\s*[-\u2013.)/]+\s+/u.exec(text);
  return found ? found[0].length : 0;
}
