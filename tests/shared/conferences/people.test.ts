import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstTwice, isSamePerson } from '#shared/features/conferences/people.ts';

const person = fc.record({
  fullName: fc.constantFrom('Đinh Văn Hòa', 'đinh văn hòa', 'Đinh Văn Hoa', 'Lê Bé'),
  title: fc.constantFrom('', 'Bí thư', 'bí thư', 'Trưởng thôn'),
});

test('being the same person goes both ways, and tones make another name', () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      expect(isSamePerson(a, b)).toBe(isSamePerson(b, a));
      expect(isSamePerson(a, a)).toBe(true);
    }),
  );
  expect(isSamePerson({ fullName: 'Đinh Văn Hòa', title: '' }, { fullName: 'Đinh Văn Hoa', title: '' })).toBe(
    false,
  );
});

test('who is there twice is found, and only then', () => {
  fc.assert(
    fc.property(fc.array(person), fc.array(person), (known, added) => {
      const isTwice = added.some(
        (one, at) =>
          known.some((other) => isSamePerson(one, other)) ||
          added.slice(0, at).some((other) => isSamePerson(one, other)),
      );
      expect(firstTwice(known, added) !== null).toBe(isTwice);
    }),
  );
});
