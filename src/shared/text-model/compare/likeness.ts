/**
 * How much two texts have in common, 0 to 1: the words that both have, over all words (Dice). Each text is taken apart once.
 */
export function likenessOf(
  before: readonly string[],
  after: readonly string[],
): (i: number, j: number) => number {
  const bagsA = before.map(bagOf);
  const bagsB = after.map(bagOf);
  return (i, j) => {
    const [a, b] = [bagsA[i], bagsB[j]];
    if (!a || !b || a.size + b.size === 0) return 0;
    // Far too long to be the same: told without counting.
    if (2 * Math.min(a.size, b.size) < 0.4 * (a.size + b.size)) return 0;
    let common = 0;
    for (const [word, count] of a.words) common += Math.min(count, b.words.get(word) ?? 0);
    return (2 * common) / (a.size + b.size);
  };
}

type Bag = { words: Map<string, number>; size: number };

function bagOf(text: string): Bag {
  const words = new Map<string, number>();
  const all = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1);
  return { words, size: all.length };
}
