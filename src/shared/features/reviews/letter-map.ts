import type { Block, Body } from '../../text-model/body.ts';
import { compareBlocks } from '../../text-model/compare/blocks.ts';
import type { BlockDetail, WordChange } from '../../text-model/compare/schema.ts';
import { partsOf } from './letters.ts';

/** Letters of a cell of the old text and of the new one that are the same: from where, how many. */
type Run = { from: number; to: number; length: number };
/** A cell of a block: which line, which column. */
type Cell = { line: number; column: number };

/** What became of a block: it stands at `index` now; or it is gone, and stood before that one. */
export type Fate =
  | { isGone: false; index: number; cell: (old: Cell) => (Cell & { runs: readonly Run[] }) | null }
  | { isGone: true; index: number };

export type LetterMap = {
  /** By the place of the block in the old text. */
  fates: readonly Fate[];
  /** The blocks of the new text with letters that the old one does not have at their place, rising. */
  fresh: readonly { index: number; isNew: (cell: Cell, from: number, to: number) => boolean }[];
};

const everything: readonly Run[] = [{ from: 0, to: 0, length: Number.MAX_SAFE_INTEGER }];
const identical = (cell: Cell) => ({ ...cell, runs: everything });
const allNew = () => true;

/** The comparison of two texts, read as where each letter went. */
export function letterMap(before: Body, after: Body): LetterMap {
  const { old: olds, young: youngs, stayed } = shortened(before.content, after.content);
  const fates: Fate[] = [];
  for (const [from, to] of stayed) fates[from] = { isGone: false, index: to, cell: identical };
  const fresh: { index: number; isNew: LetterMap['fresh'][number]['isNew'] }[] = [];
  const oldAt = (at: number) => olds[at]?.index ?? before.content.length;
  const youngAt = (at: number) => youngs[at]?.index ?? after.content.length;
  const changes = compareBlocks(
    olds.map(({ block }) => block),
    youngs.map(({ block }) => block),
  );
  let [old, young] = [0, 0];
  for (const change of changes) {
    switch (change.kind) {
      case 'same':
        fates[oldAt(old)] = { isGone: false, index: youngAt(young), cell: identical };
        old += 1;
        young += 1;
        break;
      case 'added':
        if (!youngs[young]?.isStayed) fresh.push({ index: youngAt(young), isNew: allNew });
        young += 1;
        break;
      case 'removed':
        if (!olds[old]?.isStayed) fates[oldAt(old)] = { isGone: true, index: youngAt(young) };
        old += 1;
        break;
      case 'movedAway':
        // Its other end says where it is.
        old += 1;
        break;
      case 'movedHere':
        fates[oldAt(change.from)] = { isGone: false, index: youngAt(young), cell: identical };
        young += 1;
        break;
      case 'changed': {
        const { cell, isNew } = readDetail(change.detail);
        fates[oldAt(change.from)] = { isGone: false, index: youngAt(young), cell };
        fresh.push({ index: youngAt(young), isNew });
        if (change.move === null) old += 1;
        young += 1;
        break;
      }
    }
  }
  return { fates, fresh };
}

/** A block to be compared, and its place; or the sign for a run of blocks that stayed, and the place of the first one. */
type Compared = { block: Block; index: number; isStayed: boolean };

/**
 * What stands word for word once in both texts needs no comparison: each run of such blocks is one sign, between which the
 * rest is compared. Of a long document that is little, and the comparison is asked for at every pause in typing.
 */
function shortened(
  before: readonly Block[],
  after: readonly Block[],
): { old: Compared[]; young: Compared[]; stayed: ReadonlyMap<number, number> } {
  const olds = placesOnce(before);
  const youngs = placesOnce(after);
  const stayed = new Map<number, number>();
  const cameFrom = new Map<number, number>();
  for (const [text, from] of olds) {
    const to = youngs.get(text);
    if (to === undefined) continue;
    stayed.set(from, to);
    cameFrom.set(to, from);
  }
  const signOf = (from: number): Block => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `stayed${from}` }],
  });
  const read = (
    blocks: readonly Block[],
    other: ReadonlyMap<number, number>,
    fromOf: (at: number) => number,
  ) =>
    blocks.flatMap((block, index): Compared[] => {
      const there = other.get(index);
      if (there === undefined) return [{ block, index, isStayed: false }];
      const isWithinRun = other.get(index - 1) === there - 1;
      return isWithinRun ? [] : [{ block: signOf(fromOf(index)), index, isStayed: true }];
    });
  return {
    old: read(before, stayed, (at) => at),
    young: read(after, cameFrom, (at) => cameFrom.get(at) ?? at),
    stayed,
  };
}

/** The blocks that occur once, by their words and look. */
function placesOnce(blocks: readonly Block[]): Map<string, number> {
  const places = new Map<string, number>();
  const again = new Set<string>();
  for (const [at, block] of blocks.entries()) {
    const text = JSON.stringify(block);
    if (places.has(text)) again.add(text);
    places.set(text, at);
  }
  for (const text of again) places.delete(text);
  return places;
}

type ReadDetail = {
  cell: Extract<Fate, { isGone: false }>['cell'];
  isNew: LetterMap['fresh'][number]['isNew'];
};

function readDetail(detail: BlockDetail): ReadDetail {
  if (detail.form === 'live') return { cell: identical, isNew: () => false };
  if (detail.form === 'text') {
    const { runs, added } = readWords(detail.words);
    return { cell: (cell) => ({ ...cell, runs }), isNew: (_, from, to) => isWithin(added, from, to) };
  }
  const lines = new Map<number, { line: number; cells: (readonly Run[])[] | null }>();
  const addedIn = new Map<number, (readonly Interval[])[] | 'all'>();
  let [old, young] = [0, 0];
  for (const { kind, cells } of detail.lines) {
    if (kind === 'removed') {
      old += 1;
      continue;
    }
    if (kind === 'added') addedIn.set(young, 'all');
    else {
      const read = kind === 'changed' ? cells.map(readWords) : null;
      lines.set(old, { line: young, cells: read?.map(({ runs }) => runs) ?? null });
      if (read)
        addedIn.set(
          young,
          read.map(({ added }) => added),
        );
      old += 1;
    }
    young += 1;
  }
  return {
    cell: ({ line, column }) => {
      const found = lines.get(line);
      return found ? { line: found.line, column, runs: found.cells?.[column] ?? everything } : null;
    },
    isNew: ({ line, column }, from, to) => {
      const added = addedIn.get(line);
      return added === 'all' || isWithin(added?.[column] ?? [], from, to);
    },
  };
}

type Interval = { from: number; to: number };

function readWords(words: readonly WordChange[]): { runs: Run[]; added: Interval[] } {
  const runs: Run[] = [];
  const added: Interval[] = [];
  let [old, young] = [0, 0];
  for (const { kind, content } of words) {
    const length = content.reduce((sum, node) => sum + (node.type === 'text' ? node.text.length : 1), 0);
    if (kind === 'added') added.push({ from: young, to: young + length });
    else if (kind !== 'removed') runs.push({ from: old, to: young, length });
    if (kind !== 'added') old += length;
    if (kind !== 'removed') young += length;
  }
  return { runs: joinedRuns(runs), added };
}

/** Runs side by side on both sides are one: what only looks otherwise did not move. */
function joinedRuns(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && last.from + last.length === run.from && last.to + last.length === run.to)
      result[result.length - 1] = { ...last, length: last.length + run.length };
    else result.push(run);
  }
  return result;
}

function isWithin(intervals: readonly Interval[], from: number, to: number): boolean {
  return intervals.some((one) => one.from <= from && to <= one.to);
}

/** The part of the runs that lies in `from`..`to` of the old cell. */
export function clipped(runs: readonly Run[], from: number, to: number): Run[] {
  return runs.flatMap((run) => {
    const start = Math.max(run.from, from);
    const end = Math.min(run.from + run.length, to);
    return start < end ? [{ from: start, to: run.to + start - run.from, length: end - start }] : [];
  });
}

/** Where what stood at a place of the old cell would stand now: behind the last letter before it that stayed. */
export function placeIn(runs: readonly Run[], at: number): number {
  const before = runs.findLast(({ from }) => from < at);
  return before ? before.to + Math.min(before.length, at - before.from) : 0;
}

/** The paragraph of a block in which a letter of a cell stands; a letter behind the last one belongs to the last one. */
export function partAt(block: Block | undefined, { line, column }: Cell, letter: number): number {
  const parts = partsOf(block);
  const here = (at: number) => parts[at]?.line === line && parts[at]?.column === column;
  const found = parts.findLastIndex(({ start }, at) => here(at) && start <= letter);
  return found >= 0 ? found : parts.findIndex((_, at) => here(at));
}
