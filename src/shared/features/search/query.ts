import { fold } from '../../text/fold.ts';

/** One thing that must be said: in one of these ways, each a row of folded words. */
export type Sought = { ways: readonly (readonly string[])[]; isUnfinished: boolean };

/** What a short form stands for, folded: "nq" → "nghị quyết". */
export type Meanings = ReadonlyMap<string, string>;

const part = /"([^"]*)"?|\S+/gu;

/**
 * "13-NQ/ĐU phát tri" → 13 nq du (one after the other), phat, tri…; words between quotes stay together. Only the last one may
 * be unfinished. A short form is also sought as what it stands for, and that as the short form.
 */
export function readQuery(text: string, meanings: Meanings): Sought[] {
  const isOpen = /[\p{L}\p{N}]$/u.test(text);
  const all = [...text.matchAll(part)]
    .map(([whole, quoted]) => quoted ?? whole)
    .map((typed) => ({ typed, words: wordsOf(typed) }))
    .filter(({ words }) => words.length > 0);
  const shortOf = shortForms(
    all.map(({ words }) => words.join(' ')),
    meanings,
  );
  return all.map(({ typed, words }, at) => {
    const meaning = isShortForm(typed) ? meanings.get(words.join(' ')) : undefined;
    const long = meaning === undefined ? [] : [wordsOf(meaning)];
    const short = (shortOf[at] ?? []).map((one) => [one]);
    return { ways: [words, ...long, ...short], isUnfinished: isOpen && at === all.length - 1 };
  });
}

/**
 * For each word the short forms of what it is a part of: "Ủy ban nhân dân" is also written UBND. Each of its words may be
 * that, so that a text with all of them elsewhere is found as well. Forms of two letters are too many words.
 */
function shortForms(typed: readonly string[], meanings: Meanings): string[][] {
  const result: string[][] = typed.map(() => []);
  for (const [short, text] of meanings) {
    const words = wordsOf(text);
    if (words.length < 2 || short.length < 3) continue;
    for (let at = 0; at + words.length <= typed.length; at += 1) {
      if (!words.every((word, i) => typed[at + i] === word)) continue;
      for (const of of result.slice(at, at + words.length)) of.push(short);
    }
  }
  return result;
}

/** "BCH", "bch", "NQ"; but "du" may be any word of two letters. */
function isShortForm(word: string): boolean {
  return word.length > 2 || (word.length === 2 && word === word.toLocaleUpperCase('vi'));
}

/** As the index cuts them: letters and figures, folded. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
