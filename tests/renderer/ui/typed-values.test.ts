import { expect, test } from 'vitest';
import { readCount, showCount } from '#renderer/ui/fields/typed-values.ts';
import { wholeNumber } from '#shared/fields.ts';

test('a count keeps what was typed, and what is none is refused', () => {
  expect(['12', ' 7 ', '', '-5', '99999', '12x', '1,5'].map(readCount)).toEqual([
    ...[12, 7, null, -5, 99_999, '12x', '1,5'],
  ]);
  for (const text of ['-5', '99999', '12x', '1,5']) {
    expect(showCount(readCount(text))).toBe(text);
    expect(wholeNumber(1, 99).safeParse(readCount(text)).success).toBe(false);
  }
});
