import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyBackward, applyForward, differenceOf, type Hunk } from '#main/db/journal/text-difference.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';

/** What texts are made of, and what is easily cut in the wrong place: pairs, halves of pairs, ends of paragraphs. */
const awkward = fc.constantFrom(
  '😀',
  '\ud83d',
  '\ude00',
  'ế',
  'e\u0302\u0301',
  '}',
  ']',
  '\n',
  '"',
  '\u0000',
  'Đồng chí ',
);
const words = fc.constantFrom(
  'các chi bộ ',
  'tiếp tục ',
  'thực hiện ',
  'nhiệm vụ',
  '"},{"',
  '"}]},{"type":"text","text":"',
);
const piece = fc.oneof(awkward, words, fc.string({ unit: 'binary', maxLength: 5 }));
const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));

type Edit = { at: number; take: number; put: string };
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 5000 }),
  take: fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 600 })),
  put: fc.oneof(fc.constant(''), piece, text),
});

function edited(older: string, edits: readonly Edit[]): string {
  return edits.reduce((now, { at, take, put }) => {
    const place = at % (now.length + 1);
    return now.slice(0, place) + put + now.slice(place + take);
  }, older);
}

/** Two texts: without anything in common, one made of the other, or with two stretches of it changed about. */
const pair: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.tuple(text, text),
  fc
    .tuple(text, fc.array(edit, { maxLength: 6 }))
    .map(([older, edits]): [string, string] => [older, edited(older, edits)]),
  fc
    .tuple(text, text, text, text, text)
    .map(([a, b, c, d, e]): [string, string] => [a + b + c + d + e, a + d + c + b + e]),
);

/** As `kept` holds it. */
const stored = (hunks: readonly Hunk[]) => JSON.parse(JSON.stringify(hunks)) as Hunk[];

function expectBothWays(older: string, newer: string): Hunk[] {
  const hunks = stored(differenceOf(older, newer));
  expect(applyForward(older, hunks)).toBe(newer);
  expect(applyBackward(newer, hunks)).toBe(older);
  return hunks;
}

describe('the difference of two texts', () => {
  test('makes either of the other, whatever they are', () => {
    fc.assert(
      fc.property(pair, ([older, newer]) => {
        const hunks = expectBothWays(older, newer);
        expect(hunks.length === 0).toBe(older === newer);
      }),
      { numRuns: 1500 },
    );
  });

  test('is told in the order of the text, without overlap, and of nothing that is the same', () => {
    fc.assert(
      fc.property(pair, ([older, newer]) => {
        let end = 0;
        for (const [at, removed, added] of differenceOf(older, newer)) {
          expect(at).toBeGreaterThanOrEqual(end);
          end = at + removed.length;
          expect(removed === '' && added === '').toBe(false);
          if (removed === '' || added === '') continue;
          expect(removed[0]).not.toBe(added[0]);
          expect(removed.at(-1)).not.toBe(added.at(-1));
        }
        expect(end).toBeLessThanOrEqual(older.length);
      }),
      { numRuns: 500 },
    );
  });

  test('holds for large texts as well', () => {
    const large = fc
      .tuple(text, fc.integer({ min: 20, max: 60 }))
      .map(([one, times]) => `${one}\n}`.repeat(times));
    fc.assert(
      fc.property(large, fc.array(edit, { minLength: 1, maxLength: 8 }), (older, edits) => {
        expectBothWays(older, edited(older, edits));
      }),
      { numRuns: 60 },
    );
  });

  test('is refused by a text that it is not of', () => {
    const apart = pair.filter(([older, newer]) =>
      differenceOf(older, newer).some(([, removed]) => removed !== ''),
    );
    fc.assert(
      fc.property(apart, fc.nat(), ([older, newer], pick) => {
        const hunks = differenceOf(older, newer);
        const taken = hunks.filter(([, removed]) => removed !== '');
        const [at, removed] = taken[pick % taken.length] as Hunk;
        const place = at + (pick % removed.length);
        const other = `${older.slice(0, place)}${older[place] === '§' ? '¶' : '§'}${older.slice(place + 1)}`;
        expect(applyForward(other, hunks)).toBeNull();
        expect(applyForward(older.slice(0, place), hunks)).toBeNull();
      }),
      { numRuns: 300 },
    );
    expect(applyBackward('một hai', [[4, 'ba', 'bốn']])).toBeNull();
    // Not in the order of the text.
    expect(
      applyForward('một hai', [
        [4, 'hai', 'ba'],
        [0, 'một', ''],
      ]),
    ).toBeNull();
  });
});

describe('a body of 240 paragraphs', () => {
  const paragraph = (of: number) =>
    `Đoạn ${of}: các chi bộ tiếp tục thực hiện nhiệm vụ, giữ vững quốc phòng, an ninh. `.repeat(4);
  const lines = Array.from({ length: 240 }, (_, of) => paragraph(of));
  const bodyOf = (of: readonly string[]) => JSON.stringify(bodyFromLines([...of]));
  const word = (line: string) => line.replace('nhiệm vụ', 'công việc');

  /** Letters that are kept beside the text for it. */
  function cost(change: (all: string[]) => unknown): number {
    const changed = [...lines];
    change(changed);
    return JSON.stringify(expectBothWays(bodyOf(lines), bodyOf(changed))).length;
  }

  const at = (place: number, change: (line: string) => string) => (all: string[]) => {
    all[place] = change(all[place] ?? '');
  };
  const both =
    (...changes: ((all: string[]) => unknown)[]) =>
    (all: string[]) => {
      for (const change of changes) change(all);
    };
  const come = (place: number) => (all: string[]) => all.splice(place, 0, 'Mới.');
  const go = (place: number) => (all: string[]) => all.splice(place, 1);
  const move = (from: number, to: number) => (all: string[]) => all.splice(to, 0, ...all.splice(from, 1));

  test.each<[string, number, (all: string[]) => unknown]>([
    ['a word', 60, at(120, word)],
    ['a word at both ends', 100, both(at(0, word), at(239, word))],
    ['a word in each', 240 * 40, both(...lines.map((_, place) => at(place, word)))],
    ['a paragraph at the start, a word at the end', 250, both(come(0), at(240, word))],
    ['a paragraph at both ends', 300, both(come(1), come(239))],
    ['one that went, one that came', 900, both(go(1), come(230))],
    ['two changed about', 1600, both(move(3, 200), move(199, 3))],
    ['one that was moved', 1600, move(3, 200)],
  ])('keeps little for %s', (_, most, change) => {
    expect(cost(change)).toBeLessThan(most);
  });
});
