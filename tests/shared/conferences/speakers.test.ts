import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMeant } from '#shared/features/conferences/speakers.ts';
import { fold } from '#shared/text/fold.ts';

const syllable = fc.constantFrom('Đinh', 'Văn', 'Rếp', 'Thị', 'Ân', 'Trường', 'Ót', 'Quang', 'Đức', 'Yến');
const name = fc.array(syllable, { minLength: 2, maxLength: 5 }).map((words) => words.join(' '));

describe('a speaker is meant by', () => {
  test.each([
    ['dvr', true],
    ['ĐVR', true],
    ['vr', true],
    ['rep', true],
    ['van re', true],
    ['d re', true],
    ['', true],
    ['re van', false],
    ['x', false],
    ['dvt', false],
  ])('“%s”: %s', (typed, isThem) => {
    expect(isMeant('Đinh Văn Rếp', typed)).toBe(isThem);
  });

  test('initials, any word, any part and the whole name, with or without marks', () => {
    fc.assert(
      fc.property(name, fc.nat(), (fullName, pick) => {
        const words = fullName.split(' ');
        const initials = words.map((word) => word.charAt(0)).join('');
        const word = words[pick % words.length] ?? '';
        for (const typed of [fullName, initials, word, word.slice(0, 2)]) {
          expect(isMeant(fullName, typed)).toBe(true);
          expect(isMeant(fullName, fold(typed))).toBe(true);
          expect(isMeant(fullName, ` ${typed.toUpperCase()} `)).toBe(true);
        }
      }),
    );
  });
});
