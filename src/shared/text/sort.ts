import { nfc } from './fold.ts';

const collator = new Intl.Collator('vi', { numeric: true });

/** Vietnamese order: a ă â … d đ …; tones ngang < huyền < hỏi < ngã < sắc < nặng. */
export function compareText(a: string, b: string): number {
  return collator.compare(a, b);
}

/** People sort by their given name, the last word, and only then by the rest. */
export function comparePeople(a: string, b: string): number {
  const [givenA, restA] = splitName(a);
  const [givenB, restB] = splitName(b);
  return collator.compare(givenA, givenB) || collator.compare(restA, restB);
}

function splitName(fullName: string): [given: string, rest: string] {
  const words = nfc(fullName).trim().split(/\s+/u);
  const given = words.pop() ?? '';
  return [given, words.join(' ')];
}
