import { fold, nfc } from './fold.ts';
import { tonePlaces } from './tone-place.ts';

/**
 * The source of a regular expression (for the flags "iu") that finds what was typed in a text. A word without marks is
 * also found with them ("dang" finds "đảng"), unless `isExact`; one with marks only so. The tone of "hòa" may stand in
 * either place, blanks may be several. Empty when there is nothing to look for.
 */
export function findPattern(typed: string, { isExact = false } = {}): string {
  const words = nfc(typed).toLowerCase().split(/\s+/u).filter(Boolean);
  return words.map((word) => (isExact || fold(word) !== word ? exactly(word) : loosely(word))).join('\\s+');
}

function loosely(word: string): string {
  return [...word].map((letter) => withMarks.get(letter) ?? escaped(letter)).join('');
}

function exactly(word: string): string {
  let pattern = '';
  for (let at = 0; at < word.length; ) {
    const pair = tonePlaces.find((places) => places.includes(word.slice(at, at + 2)));
    const letter = String.fromCodePoint(word.codePointAt(at) ?? 0);
    pattern += pair ? `(?:${pair.join('|')})` : escaped(letter);
    at += pair ? 2 : letter.length;
  }
  return pattern;
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
}

/** "a" → "[aàáâã…]": the letters of Vietnamese that fold to one without marks. */
const withMarks = lettersByBase();

function lettersByBase(): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [first, last] of [
    [0xe0, 0x1b0],
    [0x1ea0, 0x1ef9],
  ] as const) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCharCode(code);
      const base = fold(letter);
      if (letter !== letter.toLowerCase() || !/^[a-z]$/u.test(base)) continue;
      letters.set(base, (letters.get(base) ?? base) + letter);
    }
  }
  for (const [base, all] of letters) letters.set(base, `[${all}]`);
  return letters;
}
