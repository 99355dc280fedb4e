/** Pairs of places, rising in both: what stands at `[i, j]` belongs together. */
export type Pairs = [number, number][];

/** Above this many cells a table of all pairs is too dear, and only what occurs once holds the texts together. */
const mostCells = 4_000_000;

/** The longest common subsequence by equal keys. */
export function alignEqual(a: readonly string[], b: readonly string[]): Pairs {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  const middle =
    middleA.length * middleB.length <= mostCells ? byTable(middleA, middleB) : byAnchors(middleA, middleB);
  return [
    ...a.slice(0, start).map((_, i): [number, number] => [i, i]),
    ...middle.map(([i, j]): [number, number] => [i + start, j + start]),
    ...a.slice(a.length - end).map((_, i): [number, number] => [a.length - end + i, b.length - end + i]),
  ];
}

function byTable(a: readonly string[], b: readonly string[]): Pairs {
  return bestPairs(a.length, b.length, (i, j) => (a[i] === b[j] ? 1 : 0));
}

/** The pairing of two rows, rising in both, whose worth adds up to the most; what is worth nothing is left alone. */
function bestPairs(n: number, m: number, worth: (i: number, j: number) => number): Pairs {
  if (n === 0 || m === 0) return [];
  const width = m + 1;
  const best = new Float32Array((n + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let j = m - 1; j >= 0; j -= 1) {
      const pair = worth(i, j);
      const taken = pair > 0 ? pair + at(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(taken, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pairs = [];
  let i = 0;
  let j = 0;
  while (i < n && j < m) {
    if (at(i, j) === at(i + 1, j)) i += 1;
    else if (at(i, j) === at(i, j + 1)) j += 1;
    else {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    }
  }
  return pairs;
}

/** What occurs once on both sides, in rising order. */
function byAnchors(a: readonly string[], b: readonly string[]): Pairs {
  const once = (all: readonly string[]) => {
    const places = Map.groupBy(all.keys(), (i) => all[i] ?? '');
    return new Map([...places].flatMap(([key, at]) => (at.length === 1 ? [[key, at[0] ?? 0] as const] : [])));
  };
  const inB = once(b);
  const common = [...once(a)].flatMap(([key, i]): Pairs => {
    const j = inB.get(key);
    return j === undefined ? [] : [[i, j]];
  });
  return rising(common);
}

/** The longest run of pairs that rises in the second place too; they come rising in the first. */
function rising(pairs: Pairs): Pairs {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, j], n) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    before[n] = tails[low - 1] ?? -1;
    tails[low] = n;
  });
  const found: Pairs = [];
  for (let n = tails.at(-1) ?? -1; n >= 0; n = before[n] ?? -1) {
    const pair = pairs[n];
    if (pair) found.unshift(pair);
  }
  return found;
}

/** Above this many pairs in one gap they are not weighed against each other. */
const mostWeighed = 250_000;

/** What is left between equal things is paired by likeness, in order: a changed paragraph with what it was. */
export function alignAlike(
  equal: Pairs,
  lengthA: number,
  lengthB: number,
  likeness: (i: number, j: number) => number,
  atLeast: number,
): Pairs {
  const all: Pairs = [];
  let lastA = 0;
  let lastB = 0;
  const withEnd: Pairs = [...equal, [lengthA, lengthB]];
  for (const [i, j] of withEnd) {
    const [fromA, fromB] = [lastA, lastB];
    if ((i - fromA) * (j - fromB) <= mostWeighed)
      for (const [x, y] of bestPairs(i - fromA, j - fromB, (x, y) => {
        const alike = likeness(fromA + x, fromB + y);
        return alike >= atLeast ? alike : 0;
      }))
        all.push([fromA + x, fromB + y]);
    if (i < lengthA || j < lengthB) all.push([i, j]);
    lastA = i + 1;
    lastB = j + 1;
  }
  return all;
}
