import type { TextMetrics } from './text-metrics.ts';
import type { Face } from './units.ts';

/** What templates/balanced.typ does, with the same words and costs: change both. */

const openers = new Set(
  'và hoặc của về năm quý tháng giai nhiệm tại trên trong cho theo do để nhằm từ đến đối gắn lần khóa khoá quyết'.split(
    ' ',
  ),
);
const closers = new Set('xã phường trấn khu huyện tỉnh phố bộ ủy uỷ'.split(' '));
const mostWords = 60;

function isName(before: string, after: string): boolean {
  const first = [...after][0] ?? '';
  return closers.has(before.toLowerCase()) && first !== first.toLowerCase() && after.toLowerCase() !== 'hội';
}

function breakCost(before: string, after: string): number {
  if (/[,;:.)]$/u.test(before)) return 0;
  if (/^\d+$/u.test(before)) return 0.7;
  if (openers.has(after.toLowerCase())) return 0.05;
  if (isName(before, after)) return 0.1;
  return after === '-' ? 0.7 : 0.35;
}

/** The lines of a short centred text, broken evenly and where the sense allows it; as they fall where it cannot be. */
export function balancedLines(text: string, face: Face, widthPt: number, metrics: TextMetrics): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const measure = (part: string) => metrics.width(part, face);
  if (words.length < 2 || measure(text) <= widthPt) return [text];
  const greedy = greedyLines(words, measure, widthPt);
  const ends = words.length > mostWords ? null : lineEnds(words, measure, widthPt, greedy.length);
  if (!ends) return greedy;
  return ends.map((end, i) => words.slice(ends[i - 1] ?? 0, end).join(' '));
}

type Measure = (part: string) => number;

function greedyLines(words: readonly string[], measure: Measure, width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

type Best = { cost: number; ends: number[] };

/** Ends of the lines that cost least: evenness plus what each break costs. Null where a word is wider than a line. */
function lineEnds(words: readonly string[], measure: Measure, width: number, count: number): number[] | null {
  const widths = words.map(measure);
  const space = measure(' ');
  const even = (widths.reduce((sum, one) => sum + one, 0) + space * (words.length - 1)) / count;
  let best = new Map<number, Best>([[0, { cost: 0, ends: [] }]]);
  for (let line = 0; line < count; line++) {
    const next = new Map<number, Best>();
    for (const [start, { cost, ends }] of best) {
      let long = -space;
      for (let end = start + 1; end <= words.length; end++) {
        long += space + (widths[end - 1] ?? 0);
        if (long > width) break;
        const broken = end < words.length ? breakCost(words[end - 1] ?? '', words[end] ?? '') : 0;
        const sum = cost + ((long - even) / even) ** 2 + broken;
        if (sum < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(end, { cost: sum, ends: [...ends, end] });
      }
    }
    best = next;
  }
  return best.get(words.length)?.ends ?? null;
}

/**
 * How wide a paragraph has to be for a word processor to break it into these lines by itself; null where no width does
 * it. In the middle of what is possible, so that a font a little wider or narrower changes nothing.
 */
export function widthFor(
  lines: readonly string[],
  face: Face,
  widestPt: number,
  metrics: TextMetrics,
): number | null {
  const measure = (part: string) => metrics.width(part, face);
  const least = Math.max(...lines.map(measure));
  const most = Math.min(
    widestPt,
    ...lines.slice(0, -1).map((line, i) => measure(`${line} ${(lines[i + 1] ?? '').split(' ')[0]}`)),
  );
  return most - least < 2 ? null : (least + most) / 2;
}
