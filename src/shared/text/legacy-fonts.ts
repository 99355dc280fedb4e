import { tcvn3Table, vniTable } from './legacy-tables.ts';
import { isSyllable } from './syllables.ts';

/** Text of before Unicode: TCVN3 (.VnTime, ABC) and VNI (VNI-Times) hide Vietnamese behind Western European letters. */
export type LegacyFont = 'tcvn3' | 'vni';

export type ConvertedText = {
  /** NFC. What has no letter in the table stays as it is. */
  text: string;
  /** Signs that the old font has no letter for, each once. */
  unknown: string[];
  /** Small letters that were capitals in the font of capitals (.VnTimeH), each once. */
  capitals: string[];
};

const western = /[\u00a0-\u00ff\u03bc]/u;
const westernLetter = /[À-ÖØ-öø-ÿ]/u;
/** Vietnamese letters that only Unicode has. */
const onlyUnicode = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/u;
/** Everything between blanks, digits and punctuation; the signs of TCVN3 are no letters for a computer. */
const wordPattern = /[A-Za-zÀ-\u024f\u03bc\u1ea0-\u1ef9¡-¯µ-·¸¹»-¾×÷]+/gu;

/** What the text says, letter by letter, and what of it the old font did not keep. */
export function fromLegacy(text: string, font: LegacyFont): ConvertedText {
  const unknown = new Set<string>();
  const spelt = font === 'tcvn3' ? fromTcvn3(text, unknown) : fromVni(text, unknown);
  return {
    text: spelt.normalize('NFC'),
    unknown: [...unknown],
    capitals: font === 'tcvn3' ? lostCapitals(spelt) : [],
  };
}

function fromTcvn3(text: string, unknown: Set<string>): string {
  return [...text].map((sign) => tcvn3Table.get(sign) ?? kept(sign, unknown)).join('');
}

function fromVni(text: string, unknown: Set<string>): string {
  let result = '';
  for (let at = 0; at < text.length; ) {
    const pair = vniTable.get(text.slice(at, at + 2));
    const sign = text.charAt(at);
    result += pair ?? vniTable.get(sign) ?? kept(sign, unknown);
    at += pair === undefined ? 1 : 2;
  }
  return result;
}

function kept(sign: string, unknown: Set<string>): string {
  if (westernLetter.test(sign)) unknown.add(sign);
  return sign;
}

/**
 * In "ĐảNG ủY Xã" the small letters were capitals: a word with a capital behind a small letter, or of two capitals,
 * shows that the font of capitals was used; then the other words without a small plain letter are capitals too.
 */
function lostCapitals(text: string): string[] {
  const words = (text.match(/\p{L}+/gu) ?? []).filter((word) => /[A-Z]/u.test(word) && !/[a-z]/u.test(word));
  const isSure = words.some((word) => /\p{Ll}/u.test(word) && /\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(word));
  return isSure ? [...new Set(words.join('').match(/\p{Ll}/gu) ?? [])] : [];
}

type Evidence = {
  /** Words with a Western sign in them. */
  marked: number;
  /** … that are Vietnamese only when converted, only as they are, either way. */
  converted: number;
  original: number;
  both: number;
  /** All words, and those of them that are Vietnamese when converted. */
  words: number;
  vietnamese: number;
};

/**
 * Which old font a text of one paragraph or more was written in, or null. The words decide: converted, they are
 * Vietnamese syllables, which the words of another language or of a Vietnamese text of today never become in number.
 */
export function detectLegacy(text: string): LegacyFont | null {
  if (!western.test(text) || onlyUnicode.test(text)) return null;
  const [best, other] = (['tcvn3', 'vni'] as const)
    .map((font) => ({ font, evidence: weigh(text, font) }))
    .sort((a, b) => b.evidence.converted - a.evidence.converted);
  if (!best || !isConvincing(best.evidence)) return null;
  return other && other.evidence.converted === best.evidence.converted ? null : best.font;
}

/**
 * What a piece says when something else already speaks for that font, its name or the text around: "likely" when it
 * has words to convert, "unlikely" when it has nothing to convert or reads better as it is.
 */
export function legacyOdds(text: string, font: LegacyFont): 'likely' | 'open' | 'unlikely' {
  if (!western.test(text) || onlyUnicode.test(text)) return 'unlikely';
  const { marked, converted, original, both } = weigh(text, font);
  if (converted < original) return 'unlikely';
  return marked > 0 && (converted + both) * 2 >= marked ? 'likely' : 'open';
}

function isConvincing({ marked, converted, original, both, words, vietnamese }: Evidence): boolean {
  const mostAreWords = vietnamese >= words * 0.6 && converted + both >= marked * 0.7;
  const enough = converted >= 2 || (converted === 1 && marked === 1 && words >= 2 && vietnamese === words);
  return mostAreWords && enough && converted > original * 2;
}

function weigh(text: string, font: LegacyFont): Evidence {
  const evidence: Evidence = { marked: 0, converted: 0, original: 0, both: 0, words: 0, vietnamese: 0 };
  for (const [word] of text.normalize('NFC').matchAll(wordPattern)) {
    if (!/\p{L}/u.test(word)) continue;
    const { text: spelt, unknown } = fromLegacy(word, font);
    const asConverted = unknown.length === 0 && isSyllable(spelt);
    evidence.words += 1;
    if (asConverted) evidence.vietnamese += 1;
    if (!western.test(word)) continue;
    evidence.marked += 1;
    const asIs = hasPlainCase(word) && isSyllable(word);
    if (asConverted && asIs) evidence.both += 1;
    else if (asConverted) evidence.converted += 1;
    else if (asIs) evidence.original += 1;
  }
  return evidence;
}

/** "vÒ" is no way to write a word: all small, all capital or a capital in front. */
function hasPlainCase(word: string): boolean {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() || word === word.toUpperCase();
}

/** The old font that a font name stands for, and whether it draws capitals only: ".VnTimeH", "VNI-Times". */
export function legacyFontNamed(family: string): { font: LegacyFont; capitals: boolean } | null {
  const [first = ''] = family.split(',');
  const name = first.replace(/["']/gu, '').trim();
  if (/^\.?Vn(?!i)[A-Z]/iu.test(name) && name.startsWith('.'))
    return { font: 'tcvn3', capitals: /[a-z]H$/u.test(name) };
  return /^VNI[- ]/iu.test(name) ? { font: 'vni', capitals: false } : null;
}
