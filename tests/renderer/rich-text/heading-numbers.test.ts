import { describe, expect, it } from 'vitest';
import { typedNumberLength } from '#renderer/ui/rich-text/heading-numbers.ts';

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
