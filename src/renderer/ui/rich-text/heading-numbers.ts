/**
 * How many letters a number typed by hand takes at the start of a heading ("I. ", "2- ", "1.2. ", "b) "): the program
 * counts itself. A number that belongs to the words ("5 năm", "2021") stays.
 */
export function typedNumberLength(text: string): number {
  const found = /^\s*(?:[IVXL]{1,7}|\d{1,2}(?:\.\d{1,2})*|[a-y\u0111])\s*[-\u2013.)/]+\s+/u.exec(text);
  return found ? found[0].length : 0;
}
