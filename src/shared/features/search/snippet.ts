import { fold } from '../../text/fold.ts';
import type { SnippetPart } from './contract.ts';
import type { Sought } from './query.ts';

type Range = { from: number; to: number };
/** `sort`: which of what is sought. */
type Found = Range & { sort: number };

/** How each of what is sought reads in a folded text. */
export type Finders = readonly (readonly RegExp[])[];

export function findersOf(sought: readonly Sought[]): Finders {
  return sought.map(({ ways, isUnfinished }) => {
    const end = isUnfinished ? '' : '(?![\\p{L}\\p{N}])';
    return ways.map(
      (words) => new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}${end}`, 'gu'),
    );
  });
}

export function saysAll(text: string, finders: Finders): boolean {
  const folded = fold(text);
  return finders.every((ways) => ways.some((way) => folded.search(way) >= 0));
}

/** Letters shown before and behind the first of what was found. */
const before = 50;
const longest = 180;
/** Places looked at together. */
const crowded = 40;

/** The whole text with what was looked for. */
export function markedText(text: string, finders: Finders): SnippetPart[] {
  return parts(text, rangesIn(text, finders), 0, text.length);
}

/** The words around the place that says the most of what was looked for; empty when the text says nothing of it. */
export function snippetOf(text: string, finders: Finders): SnippetPart[] {
  const ranges = rangesIn(text, finders);
  const first = densest(ranges);
  if (!first) return [];
  const from = startOfWord(text, Math.max(0, first.from - before));
  const to = Math.max(first.to, endOfWord(text, Math.min(text.length, from + longest)));
  const shown = parts(text, ranges, from, to);
  if (from > 0) shown.unshift({ text: '…', isHit: false });
  if (to < text.length) shown.push({ text: '…', isHit: false });
  return shown.map(({ text: words, isHit }) => ({
    text: words.replace(/\s*\n\s*/gu, ' · ').replace(/\s+/gu, ' '),
    isHit,
  }));
}

/** The first of what was found, as it is written: words that stand side by side are one. */
export function foundWords(snippet: readonly SnippetPart[]): string {
  const first = snippet.findIndex(({ isHit }) => isHit);
  if (first < 0) return '';
  let end = first + 1;
  while (snippet[end]?.text === ' ' && snippet[end + 1]?.isHit) end += 2;
  return snippet
    .slice(first, end)
    .map(({ text }) => text)
    .join('');
}

/** The range behind which, within a snippet's length, the most others follow. */
function densest(ranges: readonly Found[]): Found | undefined {
  let best: Found | undefined;
  let most = 0;
  for (const [at, range] of ranges.entries()) {
    const sorts = new Set<number>();
    for (const other of ranges.slice(at, at + crowded)) {
      if (other.to - range.from > longest - before) break;
      sorts.add(other.sort);
    }
    if (sorts.size > most) [best, most] = [range, sorts.size];
  }
  return best;
}

/** Where the text says it, in its order. Folding keeps each letter in its place; where it does not, nothing is marked. */
function rangesIn(text: string, finders: Finders): Found[] {
  const folded = fold(text);
  if (folded.length !== text.length) return [];
  const found: Found[] = [];
  for (const [sort, ways] of finders.entries()) {
    for (const match of ways.flatMap((way) => [...folded.matchAll(way)]))
      found.push({ from: match.index, to: match.index + match[0].length, sort });
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

function parts(text: string, ranges: readonly Range[], from: number, to: number): SnippetPart[] {
  const result: SnippetPart[] = [];
  let at = from;
  for (const range of ranges) {
    if (range.from < at || range.to > to) continue;
    if (range.from > at) result.push({ text: text.slice(at, range.from), isHit: false });
    result.push({ text: text.slice(range.from, range.to), isHit: true });
    at = range.to;
  }
  if (at < to) result.push({ text: text.slice(at, to), isHit: false });
  return result;
}

function startOfWord(text: string, at: number): number {
  let start = at;
  while (start > 0 && /\S/u.test(text.charAt(start - 1)) && at - start < 20) start -= 1;
  return start;
}

function endOfWord(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\S/u.test(text.charAt(end)) && end - at < 20) end += 1;
  return end;
}
