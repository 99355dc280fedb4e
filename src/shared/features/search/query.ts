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
  const forms = longForms(meanings);
  const sought: Sought[] = [];
  for (let at = 0; at < all.length; ) {
    const form = forms.find(({ words }) => words.every((word, i) => all[at + i]?.words.join(' ') === word));
    const { typed, words } = all[at] as (typeof all)[number];
    const meaning = isShortForm(typed) ? meanings.get(words.join(' ')) : undefined;
    const ways = form
      ? [form.words, [form.short]]
      : meaning === undefined
        ? [words]
        : [words, wordsOf(meaning)];
    at += form?.words.length ?? 1;
    sought.push({ ways, isUnfinished: isOpen && at === all.length });
  }
  return sought;
}

/** "Ủy ban nhân dân", which is also written UBND. Forms of two letters are too many words. */
function longForms(meanings: Meanings): { words: string[]; short: string }[] {
  return [...meanings]
    .map(([short, text]) => ({ words: wordsOf(text), short }))
    .filter(({ words, short }) => words.length > 1 && short.length > 2);
}

/** "BCH", "bch", "NQ"; but "du" may be any word of two letters. */
function isShortForm(word: string): boolean {
  return word.length > 2 || (word.length === 2 && word === word.toLocaleUpperCase('vi'));
}

/** As the index cuts them: letters and figures, folded. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
