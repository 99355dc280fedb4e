import { alignEqual, type Pairs } from '#shared/text-model/compare/align.ts';

/** One place where two texts differ: where it is in the older one, what went, what came. UTF-16 units. */
export type Hunk = readonly [at: number, removed: string, added: string];

/** So short a middle is one hunk: what its parts have in common is not worth looking for. */
const shortMiddle = 200;
/** Above this many pairs of pieces none is looked for in another place: a save does not wait for the best answer. */
const mostPairs = 250_000;

/** What makes one text of the other, in the order of the text: it reads both ways. */
export function differenceOf(older: string, newer: string): Hunk[] {
  const [start, removed, added] = trimmed(0, older, newer);
  if (removed === '' && added === '') return [];
  if (removed.length <= shortMiddle || added.length <= shortMiddle) return [[start, removed, added]];
  const between = removed.includes('},{') && added.includes('},{') ? '},{' : '\n';
  return middleHunks(piecesOf(removed, between), piecesOf(added, between), start);
}

/** The newer text. @returns null when the difference is not one of this text */
export function applyForward(older: string, hunks: readonly Hunk[]): string | null {
  return apply(older, hunks, ([at, removed, added]) => [at, removed, added]);
}

/** The older text. @returns null when the difference is not one of this text */
export function applyBackward(newer: string, hunks: readonly Hunk[]): string | null {
  let moved = 0;
  return apply(newer, hunks, ([at, removed, added]) => {
    const place = at + moved;
    moved += added.length - removed.length;
    return [place, added, removed];
  });
}

function apply(text: string, hunks: readonly Hunk[], turn: (hunk: Hunk) => Hunk): string | null {
  let done = 0;
  let result = '';
  for (const hunk of hunks) {
    const [at, taken, put] = turn(hunk);
    if (at < done || !text.startsWith(taken, at)) return null;
    result += text.slice(done, at) + put;
    done = at + taken.length;
  }
  return result + text.slice(done);
}

/** A text and the pieces of it, without what stands between two of them; where each begins. */
type Pieces = { text: string; pieces: readonly string[]; starts: readonly number[] };

/**
 * By paragraphs, runs and cells of JSON, or by lines of plain text. Shorter pieces would be the same everywhere, and texts
 * without a word in common would count as alike.
 */
function piecesOf(text: string, between: string): Pieces {
  const pieces = text.split(between);
  let start = 0;
  const starts = pieces.map((piece) => {
    const own = start;
    start += piece.length + between.length;
    return own;
  });
  return { text, pieces, starts };
}

function middleHunks(older: Pieces, newer: Pieces, at: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  const pairs = pairsOf(older.pieces, newer.pieces);
  for (const [nextI, nextJ] of [...pairs, [older.pieces.length, newer.pieces.length] as const]) {
    for (const [start, removed, added] of changedBetween(older, [i, nextI], newer, [j, nextJ]))
      if (removed !== added) hunks.push(trimmed(at + start, removed, added));
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return hunks;
}

type Range = readonly [from: number, to: number];

/** Of as many on both sides each became the one in its place: a text that was corrected throughout. */
function changedBetween(older: Pieces, [i, nextI]: Range, newer: Pieces, [j, nextJ]: Range): Hunk[] {
  if (nextI - i === nextJ - j)
    return older.pieces
      .slice(i, nextI)
      .map((piece, place) => [older.starts[i + place] ?? 0, piece, newer.pieces[j + place] ?? '']);
  const start = endBefore(older, i);
  return [[start, textUntil(older, start, nextI), textUntil(newer, endBefore(newer, j), nextJ)]];
}

/** Where the piece before one ends: what stands between them is not of either. */
function endBefore({ pieces, starts }: Pieces, place: number): number {
  return place === 0 ? 0 : (starts[place - 1] ?? 0) + (pieces[place - 1] ?? '').length;
}

function textUntil({ text, starts }: Pieces, start: number, place: number): string {
  return text.slice(start, starts[place]);
}

/** Which pieces are the same; none where each is held against the one in its place, or where there are too many. */
function pairsOf(older: readonly string[], newer: readonly string[]): Pairs {
  if (older.length * newer.length > mostPairs) return [];
  const isInPlace = (piece: string, place: number) => piece === newer[place];
  if (older.length === newer.length && 2 * older.filter(isInPlace).length >= older.length) return [];
  return alignEqual(older, newer);
}

/** Without what both sides begin and end with. */
function trimmed(at: number, removed: string, added: string): Hunk {
  const start = commonStart(removed, added);
  const end = commonEnd(removed, added, start);
  return [at + start, removed.slice(start, removed.length - end), added.slice(start, added.length - end)];
}

/** Long equal stretches are compared at once: letter by letter only where they end. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length + stretch <= most && a.startsWith(b.slice(length, length + stretch), length))
    length += stretch;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (
    length + stretch <= most &&
    a.startsWith(b.slice(b.length - length - stretch, b.length - length), a.length - length - stretch)
  )
    length += stretch;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length += 1;
  return length;
}

const stretch = 256;
