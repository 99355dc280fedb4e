import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentNumbering } from '#main/features/print/blocks.ts';
import { headingNumbers, typedNumberLength } from '#renderer/ui/rich-text/heading-numbers.ts';

const of = (...levels: number[]) => headingNumbers(levels.map((level) => ({ level, isEmpty: false })));

describe('headingNumbers', () => {
  it('counts I- / 1. / a) and begins anew below a higher heading', () => {
    expect(of(1, 2, 2, 3, 3, 2, 3, 1, 2)).toEqual([
      'I- ',
      '1. ',
      '2. ',
      'a) ',
      'b) ',
      '3. ',
      'a) ',
      'II- ',
      '1. ',
    ]);
  });

  it('letters points in the Vietnamese alphabet', () => {
    expect(of(...Array<number>(25).fill(3)).map((number) => number.slice(0, -2))).toEqual([
      ...'abcdđeghiklmnopqrstuvxy',
      'aa',
      'bb',
    ]);
  });

  it('gives no number to a heading without words', () => {
    const headings = [false, true, false].map((isEmpty) => ({ level: 2, isEmpty }));
    expect(headingNumbers(headings)).toEqual(['1. ', '', '2. ']);
  });

  it('counts as the paper does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<1 | 2 | 3>(1, 2, 3), { maxLength: 120 }), (levels) => {
        const onPaper = documentNumbering();
        expect(of(...levels)).toEqual(levels.map(onPaper));
      }),
    );
  });
});

describe('typedNumberLength', () => {
  it.each([
    ['I- KẾT QUẢ', 3],
    ['XII. Tồn tại', 5],
    ['2. Công tác', 3],
    ['1.2. Công tác', 5],
    ['đ) Về văn hóa', 3],
    ['5 năm qua', 0],
    ['2021 là năm', 0],
    ['Đảng ủy - Ủy ban', 0],
    ['', 0],
  ])('%s', (text, length) => {
    expect(typedNumberLength(text)).toBe(length);
  });
});
