import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf, hasDigest, isSame, type Value } from '#main/db/journal/image.ts';
import { decodeKept, encodeKept, type Kept } from '#main/db/journal/kept.ts';
import { AppError } from '#shared/errors.ts';

const unit = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('\ud83d', '\ude00', '😀', 'Đồng chí ', '"', '\\', '\u0000', '\u2028'),
);
const text = fc.oneof(
  fc.array(unit, { maxLength: 40 }).map((units) => units.join('')),
  fc.array(unit, { minLength: 1, maxLength: 40 }).map((units) => units.join('').repeat(40)),
);
const column = fc.constantFrom('body', 'conclusion', 'discussion', 'issued_print');
const hunks = fc.array(fc.tuple(fc.nat(), text, text), { maxLength: 6 });
const value: fc.Arbitrary<Value> = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
);
const kept: fc.Arbitrary<Kept> = fc.record({
  texts: fc.dictionary(column, fc.oneof(text, hunks), { noNullPrototype: true }),
  whole: fc.option(
    fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), value, { noNullPrototype: true }),
  ),
});

/** As JSON has it: it knows no minus nought. */
const plain = (one: Kept) => JSON.parse(JSON.stringify(one)) as Kept;

const damage = (bytes: Buffer) => {
  try {
    decodeKept(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, error.detail.reason];
  }
};
const damaged = ['STORE_DAMAGED', 'journal'];

describe('what is kept beside a change', () => {
  test('comes out as it went in, and a long text takes less room than it has letters', () => {
    fc.assert(
      fc.property(kept, (one) => {
        expect(decodeKept(encodeKept(one))).toEqual(plain(one));
      }),
      { numRuns: 200 },
    );
    const long = 'các chi bộ tiếp tục thực hiện nhiệm vụ '.repeat(200);
    expect(encodeKept({ texts: { body: long }, whole: null }).length).toBeLessThan(long.length / 20);
  });

  test('is refused when any byte of it is another one or is missing, or one more is there', () => {
    fc.assert(
      fc.property(kept, fc.integer({ min: 1, max: 255 }), fc.nat(), (one, flip, pick) => {
        const bytes = encodeKept(one);
        const at = pick % bytes.length;
        // The first nine, which say how it is written and vouch for the rest, each time.
        for (const place of new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, at])) {
          const flipped = Buffer.from(bytes);
          flipped[place] = (flipped[place] ?? 0) ^ flip;
          expect(damage(flipped)).toEqual(damaged);
          const less = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)]);
          expect(damage(less)).toEqual(damaged);
          const more = Buffer.concat([bytes.subarray(0, place), Buffer.of(flip), bytes.subarray(place)]);
          expect(damage(more)).toEqual(damaged);
        }
        expect(damage(bytes.subarray(0, at))).toEqual(damaged);
      }),
      { numRuns: 150 },
    );
  });

  test('is refused when it is whole but not what the journal keeps', () => {
    const other = (given: unknown) => encodeKept(given as Kept);
    const written = (json: string) => {
      // As a plain one is written, so that it can be what no program would write.
      const payload = Buffer.from(json);
      const sum = Buffer.from(hash('sha256', payload, 'hex').slice(0, 16), 'hex');
      return Buffer.concat([Buffer.of(1), sum, payload]);
    };
    expect(decodeKept(written('[{"body":"a"},{"id":"b"}]'))).toEqual({
      texts: { body: 'a' },
      whole: { id: 'b' },
    });
    for (const json of ['', '{}', '[]', 'null', '[{}', '[{},null]', '[{},{},{}]'])
      expect(damage(written(json)), json).toEqual(damaged);
    for (const texts of [
      null,
      ['a'],
      5,
      'x',
      { body: 5 },
      { body: null },
      { body: [['0', 'a', 'b']] },
      { body: [[0, 'a']] },
    ])
      expect(damage(other({ texts, whole: null })), JSON.stringify(texts)).toEqual(damaged);
    for (const whole of [7, [1], { body: {} }, { body: true }])
      expect(damage(other({ texts: {}, whole })), JSON.stringify(whole)).toEqual(damaged);
  });
});

test('the digest of a text is of no other one', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      // Halves of pairs cannot be stored, and are not told apart.
      const [a, b] = [one.toWellFormed(), other.toWellFormed()];
      expect(hasDigest(digestOf(a), b)).toBe(a === b);
      expect(isSame(b, digestOf(a))).toBe(a === b);
      expect(isSame(b, a)).toBe(a === b);
    }),
  );
  const same = 'a'.repeat(600);
  expect(hasDigest({ ...digestOf(same), length: 599 }, same)).toBe(false);
  for (const value of [null, undefined, 600]) expect(isSame(value, digestOf(same))).toBe(false);
});
