import { fold } from '../../../text/fold.ts';
import { parseQuantity, showQuantity } from '../../../text/quantities.ts';
import type { IndicatorRow } from '../../indicators/schema.ts';
import { foldedText, placeIn, type Sentence, sentencesOf } from './passages.ts';
import { dayOf, type Found, type Rule, replaceBy } from './rule.ts';

const number = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;
/** What changes, ranges and shares of something else say is no figure of the indicator. */
const changing = /(?:tăng|giảm|vượt|hụt|thêm|bớt|từ|hơn|chiếm)(?:\s+(?:thêm|khoảng|so|thấp|cao|được))*\s*$/iu;

/** Domain 4.3, 5.3: a figure that stands behind the name of an indicator is what the records say of it. */
export const figureDiffers: Rule = {
  severity: 'fault',
  find: (facts) => {
    const groups = Map.groupBy(facts.indicators, ({ name }) => fold(name));
    const known = [...groups].sort(([a], [b]) => b.length - a.length);
    if (known.length === 0) return [];
    const year = dayOf(facts).slice(0, 4);
    return facts.passages.flatMap((passage) => {
      if (passage.field !== 'body' && passage.field !== 'bases') return [];
      // Most paragraphs name no indicator: told without cutting them into sentences.
      const folded = foldedText(passage);
      if (!known.some(([name]) => folded.includes(name))) return [];
      return sentencesOf(passage.text).flatMap((sentence) =>
        figuresIn(sentence, known, year).map(({ from, to, ...found }): Found => {
          const place = placeIn(passage, sentence.from + from, sentence.from + to);
          return { place, ...found };
        }),
      );
    });
  },
};

type Group = readonly [name: string, rows: readonly IndicatorRow[]];
type Differing = { from: number; to: number } & Pick<Found, 'params' | 'fix'>;

function figuresIn({ text }: Sentence, known: readonly Group[], year: string): Differing[] {
  const named = mentions(fold(text), known);
  return named.flatMap(({ end, rows }, i) => {
    const rest = text.slice(end, named[i + 1]?.at ?? text.length);
    return wrongFigures(rest, rowsMeant(text, rows, year)).map((one) => ({
      ...one,
      from: one.from + end,
      to: one.to + end,
    }));
  });
}

type Mention = { at: number; end: number; rows: readonly IndicatorRow[] };

/** The indicators that the sentence names, in order; within the longest name no shorter one counts. */
function mentions(folded: string, known: readonly Group[]): Mention[] {
  const found: Mention[] = [];
  for (const [name, rows] of known) {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
      const end = at + name.length;
      const isWord = !/\p{L}/u.test(folded.charAt(at - 1)) && !/\p{L}/u.test(folded.charAt(end));
      if (isWord && !found.some((one) => at < one.end && end > one.at)) found.push({ at, end, rows });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/**
 * The figures of the years that the sentence names and of the document's own; without a year those of all years together.
 * Nothing is said of a year that has no figures: next year's goal is no fault.
 */
function rowsMeant(text: string, rows: readonly IndicatorRow[], year: string): readonly IndicatorRow[] {
  const named = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)].map(([one]) => one);
  if (named.length === 0) return rows;
  if (!named.every((one) => rows.some(({ period }) => period === one))) return [];
  return rows.filter(({ period }) => period === year || named.includes(period));
}

const patterns = new Map<string, RegExp>();

/** A number with the unit behind it, or with a per cent sign. */
function figureOf(unit: string): RegExp {
  const escaped = unit.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const pattern = patterns.get(unit) ?? new RegExp(`(${number})\\s*(%|${escaped})(?![\\p{L}\\d/])`, 'giu');
  patterns.set(unit, pattern);
  return pattern;
}

function wrongFigures(rest: string, rows: readonly IndicatorRow[]): Differing[] {
  const unit = rows[0]?.unit ?? '';
  const isShare = unit.trim().startsWith('%');
  const pattern = figureOf(unit);
  const values = new Set(rows.flatMap(({ plan, actual }) => [plan, actual]).filter((one) => one !== null));
  const percents = rows.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  return [...rest.matchAll(pattern)].flatMap((match): Differing[] => {
    const [whole, digits = '', sign = ''] = match;
    const value = parseQuantity(digits);
    const lead = rest.slice(0, match.index);
    if (value === null || changing.test(lead) || /\d\s*[-–]\s*$/u.test(lead)) return [];
    const isPercent = sign === '%' && !isShare;
    if (isPercent ? percents.length === 0 : values.size === 0) return [];
    if (isPercent ? percents.some((one) => isRounded(value, one)) : values.has(value)) return [];
    // A share of something else ("trong đó 35 % giống mới") only speaks of the plan when it says so.
    const isOfPlan = /^\s*(?:so với\s+)?(?:kế hoạch|KH|nghị quyết|chỉ tiêu)/iu.test(
      rest.slice(match.index + whole.length),
    );
    if (isPercent && !isOfPlan && !/(?:đạt|bằng)\s*$/iu.test(lead)) return [];
    const from = match.index;
    const only = isPercent && percents.length === 1 ? percents[0] : undefined;
    const right = (isPercent ? percents : [...values]).map(showQuantity).join('; ');
    return [
      {
        from,
        to: from + digits.length,
        params: { name: rows[0]?.name ?? '', typed: digits, right },
        fix: only === undefined ? null : replaceBy(showQuantity(only)),
      },
    ];
  });
}

/** "106,7 %" and "107 %" are 106,67 %. */
function isRounded(typed: string, exact: string): boolean {
  const digits = typed.split('.')[1]?.length ?? 0;
  return Math.abs(Number(typed) - Number(exact)) <= 0.5 / 10 ** digits + 1e-9;
}
