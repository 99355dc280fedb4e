import { expect, test } from 'vitest';
import { accountKeeper, accountText } from '#shared/features/journal/account.ts';
import { sayVietnamese } from '#shared/i18n/translate.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { storedBody } from '#shared/text-model/stored-body.ts';

const text = (...lines: string[]) => storedBody.write(bodyFromLines(lines));
const told = (before: unknown, after: unknown) => {
  const account = accountKeeper()(before, after);
  return account && accountText(sayVietnamese, account);
};

test('a text is told by its paragraphs, and what is no text by nothing', () => {
  expect(told(text('Một', 'Hai'), text('Một', 'Hai', 'Ba'))).toBe('thêm 1 đoạn');
  expect(told(null, text('Một'))).toBe('thêm 1 đoạn');
  expect(told('[]', '["Căn cứ"]')).toBeNull();
});

test.each([
  ['cut off', text('Một').slice(0, -9)],
  ['of paragraphs that nobody knows', '{"type":"doc","content":[{"type":"poem"}]}'],
  ['without paragraphs', '{"type":"doc"}'],
])('a text that was stored %s is told to have changed', (_, damaged) => {
  expect(told(damaged, text('Một'))).toBe('sửa 1 đoạn');
  expect(told(text('Một', 'Hai'), damaged)).toBe('sửa 1 đoạn, bỏ 1 đoạn');
});
