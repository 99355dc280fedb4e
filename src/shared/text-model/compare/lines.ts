import { alignAlike, alignEqual } from './align.ts';
import { likenessOf } from './likeness.ts';
import type { LineChange, Token } from './schema.ts';
import { compareWords, joined } from './words.ts';

/** A row of a table, an item of a list, a line of a field. */
export type Line = { cells: Token[][]; headers: boolean[] };

/** From here on a line is the same one, written anew. */
const alike = 0.4;

/** Line by line, and the lines that changed cell by cell. */
export function compareLines(before: readonly Line[], after: readonly Line[]): LineChange[] {
  const equal = alignEqual(before.map(keyOf), after.map(keyOf));
  const bagsA = before.map(bagText);
  const bagsB = after.map(bagText);
  const likeness = likenessOf(bagsA, bagsB);
  const pairs = alignAlike(
    equal,
    before.length,
    after.length,
    (i, j) => (before[i]?.cells.length === after[j]?.cells.length ? likeness(i, j) : 0),
    alike,
  );
  const result: LineChange[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...pairs, [before.length, after.length] as const]) {
    for (const line of before.slice(i, x)) result.push(whole('removed', line));
    for (const line of after.slice(j, y)) result.push(whole('added', line));
    const [old, young] = [before[x], after[y]];
    if (old && young) result.push(keyOf(old) === keyOf(young) ? whole('same', young) : changed(old, young));
    i = x + 1;
    j = y + 1;
  }
  return result;
}

function keyOf({ cells, headers }: Line): string {
  return JSON.stringify([cells.map((cell) => joined(cell)), headers]);
}

function bagText({ cells }: Line): string {
  return cells
    .flat()
    .map((token) => (token.type === 'text' ? token.text : ' '))
    .join('');
}

function whole(kind: 'same' | 'added' | 'removed', { cells, headers }: Line): LineChange {
  return {
    kind,
    headers,
    cells: cells.map((cell) => (cell.length === 0 ? [] : [{ kind, content: joined(cell) }])),
  };
}

function changed(before: Line, after: Line): LineChange {
  return {
    kind: 'changed',
    headers: after.headers,
    cells: after.cells.map((cell, column) => compareWords(before.cells[column] ?? [], cell)),
  };
}
