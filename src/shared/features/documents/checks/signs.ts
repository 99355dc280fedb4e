import { fontCoverage } from '../../../paper/font-coverage.ts';
import { detectLegacy } from '../../../text/legacy-fonts.ts';
import { tonePlaces } from '../../../text/tone-place.ts';
import { type Passage, placeIn } from './passages.ts';
import { type CheckFacts, type Found, patternRule, type Rule, replaceBy } from './rule.ts';

/** Straight and curly quotes in one document: those in the minority. */
export const quotesMixed: Rule = {
  severity: 'doubt',
  find: ({ passages }) => {
    const all = matchesOf(passages, /["“”]/gu);
    const straight = all.filter(({ text }) => text === '"');
    const curly = all.filter(({ text }) => text !== '"');
    if (straight.length === 0 || curly.length === 0) return [];
    const isCurlyUsual = curly.length >= straight.length;
    return (isCurlyUsual ? straight : curly).map(({ passage, at }): Found => {
      const isOpening = !/[\p{L}\p{N}.,;:!?%)…]/u.test(passage.text.charAt(at - 1));
      const right = isCurlyUsual ? (isOpening ? '“' : '”') : '"';
      return { place: placeIn(passage, at, at + 1), fix: replaceBy(right) };
    });
  },
};

type SignAt = { passage: Passage; at: number; text: string };

function matchesOf(passages: readonly Passage[], pattern: RegExp): SignAt[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(pattern)].map((match) => ({ passage, at: match.index, text: match[0] })),
  );
}

const closers: Record<string, string> = { '(': ')', '[': ']', '“': '”' };

/** A bracket or quote without its other half within the paragraph; "a)" and "1)" count something. */
export const unbalanced: Rule = {
  severity: 'fault',
  find: ({ passages }) =>
    passages.flatMap((passage) => {
      const open: { sign: string; at: number }[] = [];
      const alone: number[] = [];
      for (const { index, 0: sign } of passage.text.matchAll(/[()[\]“”]/gu)) {
        if (closers[sign]) open.push({ sign, at: index });
        else if (closers[open.at(-1)?.sign ?? ''] === sign) open.pop();
        else if (!/(?:^|[\s,;(])(?:\p{L}|\d{1,2})$/u.test(passage.text.slice(0, index))) alone.push(index);
      }
      return [...open.map(({ at }) => at), ...alone]
        .sort((a, b) => a - b)
        .map(
          (at): Found => ({
            place: placeIn(passage, at, at + 1),
            params: { sign: passage.text.charAt(at) },
          }),
        );
    }),
};

const toNewer = new Map(tonePlaces);
const toOlder = new Map(tonePlaces.map(([old, young]) => [young, old]));
/** Only at the end of a word do the two ways differ ("hoàn", "thủy triều"); behind q the u is no vowel. */
const toned = new RegExp(
  `(?<![qQ])(?:${[...toNewer.keys(), ...toOlder.keys()].join('|')})(?![\\p{L}])`,
  'giu',
);

/**
 * "hoà" beside "hóa": both ways live, and the office chooses; one document has one of them (domain 7, tone place). Those in
 * the minority are told.
 */
export const toneMixed: Rule = {
  severity: 'doubt',
  find: ({ passages }) => {
    const all = matchesOf(passages, toned);
    const old = all.filter(({ text }) => toNewer.has(text.toLowerCase()));
    const young = all.filter(({ text }) => toOlder.has(text.toLowerCase()));
    if (old.length === 0 || young.length === 0) return [];
    const isOldUsual = old.length >= young.length;
    const turn = isOldUsual ? toOlder : toNewer;
    return (isOldUsual ? young : old).map(({ passage, at, text }): Found => {
      const right = inCaseOf(text, turn.get(text.toLowerCase()) ?? text);
      const { from, to, word } = wordAround(passage.text, at);
      const place = placeIn(passage, from, to);
      const turned = word.slice(0, at - from) + right + word.slice(at - from + text.length);
      return { place, params: { right: turned }, fix: replaceBy(turned) };
    });
  },
};

function inCaseOf(model: string, text: string): string {
  return [...text]
    .map((letter, i) => (model[i] === model[i]?.toLowerCase() ? letter : letter.toUpperCase()))
    .join('');
}

function wordAround(text: string, at: number): { from: number; to: number; word: string } {
  let from = at;
  let to = at;
  while (/\p{L}/u.test(text.charAt(from - 1))) from -= 1;
  while (/\p{L}/u.test(text.charAt(to))) to += 1;
  return { from, to, word: text.slice(from, to) };
}

/** What nobody sees and the paper may print as "□": blanks without width, soft hyphens, marks of direction, signs of a private font. */
export const hiddenSign = patternRule(
  'fault',
  /[\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufffd]+/gu,
  (match) => ({ fix: replaceBy(''), params: { code: codeOf(match[0]) } }),
);

const inFont = fontCoverage.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('');

/** "✓", "❖", an emoji: the font of the paper does not have it, and prints "□". What nobody sees is `hiddenSign`'s. */
export const notInFont = patternRule(
  'fault',
  new RegExp(
    `[^${inFont}\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Z}\\p{M}\\p{Default_Ignorable_Code_Point}]\\p{M}*`,
    'gu',
  ),
  (match) => ({ params: { sign: match[0] } }),
);

function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** "§¶ng uû": letters of a font of before Unicode (domain 7, legacy files). The editor's own tool converts them. */
export const legacyFont: Rule = {
  severity: 'fault',
  find: ({ passages }: CheckFacts) =>
    passages
      .filter(({ text }) => /[\u00a0-\u00ff]/u.test(text) && detectLegacy(text) !== null)
      .map((passage) => ({ place: placeIn(passage, 0, passage.text.length) })),
};
