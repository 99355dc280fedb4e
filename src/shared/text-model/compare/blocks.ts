import type { Block, Body } from '../body.ts';
import { alignAlike, alignEqual, type Pairs } from './align.ts';
import { likenessOf } from './likeness.ts';
import { compareLines, type Line } from './lines.ts';
import type { BlockChange, BlockDetail, Token } from './schema.ts';
import { compareWords, flatParagraphs, joined } from './words.ts';

/** From here on a block at the same place is the same one, written anew; at another place it has to be surer. */
const alike = 0.5;
const alikeMoved = 0.75;
/** A short line that turns up elsewhere says nothing. */
const fewestMovedWords = 4;
const mostMovedPairs = 40_000;

/** Block by block: what stayed, came, went, changed and moved. */
export function compareBlocks(before: readonly Block[], after: readonly Block[]): BlockChange[] {
  const textsA = before.map(bareText);
  const textsB = after.map(bareText);
  const keysA = before.map((block, i) => `${kindOf(block)} ${textsA[i]}`);
  const keysB = after.map((block, j) => `${kindOf(block)} ${textsB[j]}`);
  const likeness = likenessOf(textsA, textsB);
  const inPlace = alignAlike(
    alignEqual(keysA, keysB),
    before.length,
    after.length,
    (i, j) => (isComparable(before[i], after[j]) ? likeness(i, j) : 0),
    alike,
  );
  const moves = findMoves(
    before,
    after,
    inPlace,
    (i, j) => {
      if (keysA[i] === keysB[j]) return 1;
      return isComparable(before[i], after[j]) ? likeness(i, j) : 0;
    },
    textsA,
  );
  return inOrder(before, after, inPlace, moves);
}

/** Paragraphs and headings are both text; a table is compared with one of as many columns. */
function kindOf(block: Block): string {
  if (block.type === 'paragraph' || block.type === 'heading') return 'text';
  return block.type === 'table' ? `table ${block.content[0]?.content.length ?? 0}` : block.type;
}

function isComparable(a: Block | undefined, b: Block | undefined): boolean {
  return a !== undefined && b !== undefined && kindOf(a) === kindOf(b);
}

function bareText(block: Block): string {
  const text =
    block.type === 'indicatorTable'
      ? `${block.attrs.caption} ${block.attrs.period}`
      : block.type === 'appendix'
        ? block.attrs.title
        : linesOf(block)
            .flatMap(({ cells }) => cells.map(tokenText))
            .join(' ');
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function tokenText(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.type === 'text' ? token.text : ' ')).join('');
}

/** A paragraph is one line of one cell, so that every block is read the same way. */
function linesOf(block: Block): Line[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [{ cells: [block.content ?? []], headers: [] }];
    case 'bulletList':
      return block.content.map(({ content }) => ({ cells: [flatParagraphs(content)], headers: [] }));
    case 'table':
      return block.content.map(({ content }) => ({
        cells: content.map((cell) => flatParagraphs(cell.content)),
        headers: content.map(({ attrs }) => attrs.header),
      }));
    case 'indicatorTable':
    case 'appendix':
      return [];
  }
}

/** A text as lines: a paragraph, an item of a list, a row of a table each; what the program fills in by its name. */
export function bodyLines({ content }: Body): Line[] {
  return content.flatMap((block): Line[] => {
    const lines = linesOf(block);
    if (lines.length > 0) return lines;
    return [{ cells: [[{ type: 'text', text: bareText(block) || block.type }]], headers: [] }];
  });
}

/** What went here and came there: the surest pairs first. */
function findMoves(
  before: readonly Block[],
  after: readonly Block[],
  inPlace: Pairs,
  likeness: (i: number, j: number) => number,
  texts: readonly string[],
): Map<number, number> {
  const usedA = new Set(inPlace.map(([i]) => i));
  const usedB = new Set(inPlace.map(([, j]) => j));
  const left = [...before.keys()].filter(
    (i) => !usedA.has(i) && (texts[i]?.split(' ').length ?? 0) >= fewestMovedWords,
  );
  const right = [...after.keys()].filter((j) => !usedB.has(j));
  const moves = new Map<number, number>();
  if (left.length * right.length > mostMovedPairs) return moves;
  const pairs = left.flatMap((i) => right.map((j) => ({ i, j, worth: likeness(i, j) })));
  for (const { i, j } of pairs.filter(({ worth }) => worth >= alikeMoved).sort((a, b) => b.worth - a.worth)) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    moves.set(j, i);
  }
  return moves;
}

function inOrder(
  before: readonly Block[],
  after: readonly Block[],
  inPlace: Pairs,
  moves: ReadonlyMap<number, number>,
): BlockChange[] {
  const result: BlockChange[] = [];
  // Numbered in the order of the new text.
  const numbers = new Map([...moves.values()].map((i, n) => [i, n + 1]));
  let [i, j] = [0, 0];
  for (const [x, y] of [...inPlace, [before.length, after.length] as const]) {
    for (const [at, block] of before.slice(i, x).entries()) {
      const move = numbers.get(i + at);
      result.push(move === undefined ? { kind: 'removed', block } : { kind: 'movedAway', move, block });
    }
    for (const [at, block] of after.slice(j, y).entries()) {
      const from = moves.get(j + at) ?? -1;
      const move = numbers.get(from);
      const old = before[from];
      if (!old || move === undefined) result.push({ kind: 'added', block });
      else if (isSame(old, block)) result.push({ kind: 'movedHere', move, from, block });
      else result.push({ kind: 'changed', move, from, detail: detailOf(old, block) });
    }
    const [old, young] = [before[x], after[y]];
    if (old && young)
      result.push(
        isSame(old, young)
          ? { kind: 'same', block: young }
          : { kind: 'changed', move: null, from: x, detail: detailOf(old, young) },
      );
    i = x + 1;
    j = y + 1;
  }
  return result;
}

function isSame(a: Block, b: Block): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

/** Text nodes of the same look side by side say nothing. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return joined(value.map(canonical));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, one]) => [key, canonical(one)] as const)
    .filter(([key, one]) => one !== undefined && !((key === 'content' || key === 'marks') && isEmpty(one)));
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function detailOf(before: Block, after: Block): BlockDetail {
  switch (after.type) {
    case 'paragraph':
    case 'heading':
      return {
        form: 'text',
        type: after.type,
        attrs: after.type === 'heading' ? after.attrs : null,
        words: compareWords(linesOf(before)[0]?.cells[0] ?? [], after.content ?? []),
      };
    case 'bulletList':
    case 'table':
      return { form: 'lines', type: after.type, lines: compareLines(linesOf(before), linesOf(after)) };
    case 'indicatorTable':
    case 'appendix':
      return { form: 'live', before, after };
  }
}

/** The new block from the old one and what changed. */
export function applyDetail(before: Block, detail: BlockDetail, rebuild: Rebuild): Block {
  if (detail.form === 'live') return detail.after;
  if (detail.form === 'text') {
    const content = rebuild.words(linesOf(before)[0]?.cells[0] ?? [], detail.words);
    return detail.type === 'heading' && detail.attrs
      ? { type: 'heading', attrs: detail.attrs, content }
      : { type: 'paragraph', content };
  }
  return rebuild.lines(linesOf(before), detail);
}

export type Rebuild = {
  words: (before: readonly Token[], words: Extract<BlockDetail, { form: 'text' }>['words']) => Inlines;
  lines: (before: readonly Line[], detail: Extract<BlockDetail, { form: 'lines' }>) => Block;
};
type Inlines = NonNullable<Extract<Block, { type: 'paragraph' }>['content']>;
