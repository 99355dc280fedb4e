import { expect, test } from 'vitest';
import type { z } from 'zod';
import { termFields } from '#shared/features/organisation/schema.ts';
import { pin } from '#shared/features/users/schema.ts';
import { line, multiline, quantity, wholeNumber } from '#shared/fields.ts';
import { withoutHeapsOfMarks } from '#shared/text/marks.ts';
import { fieldIssues } from '#shared/validation.ts';

function messages(schema: z.ZodType, value: unknown): string[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : fieldIssues(parsed.error.issues).map(({ message }) => message);
}

test('a whole number says what to type, or which bound it passed', () => {
  const count = wholeNumber(1, 99);
  for (const right of [1, 99]) expect(messages(count, right)).toEqual([]);
  for (const empty of ['', null, undefined]) expect(messages(count, empty)).toEqual(['validation.required']);
  for (const wrong of ['mười', '12x', 1.5, Number.NaN])
    expect(messages(count, wrong)).toEqual(['validation.wholeNumber']);
  expect(messages(count, -5)).toEqual(['validation.tooSmall']);
  expect(messages(count, 99_999)).toEqual(['validation.tooBig']);
});

test('a term that cannot be read is told how one is written', () => {
  const term = { ordinal: 13, startsOn: '2020-06-01', endsOn: null };
  expect(messages(termFields, term)).toEqual([]);
  expect(messages(termFields, { ...term, ordinal: 'ABC' })).toEqual(['validation.termOrdinal']);
});

test('a text is as long as its letters, also when they come in parts', () => {
  const nfd = 'ệ'.normalize('NFD');
  expect(line(50).parse(nfd.repeat(50))).toBe('ệ'.repeat(50));
  expect(messages(line(50), nfd.repeat(51))).toEqual(['validation.tooLong']);
  expect(messages(line(50), `${'a'.repeat(51)}\u0000`)).toEqual(['validation.tooLong']);
});

test('marks that no letter bears are refused before they are put into order', () => {
  const heap = (most: number) => `a${'\u0301\u0323'.repeat(most / 2)}`;
  expect(messages(multiline(200_000), heap(100))).toEqual([]);
  expect(messages(multiline(200_000), heap(102))).toEqual(['validation.text']);
  expect(messages(multiline(200_000), heap(199_998))).toEqual(['validation.text']);
});

test('what is pasted keeps the marks that a letter can bear', () => {
  const heap = `b\u0301${'\u0301'.repeat(500_000)}a\u0301`;
  expect(withoutHeapsOfMarks(heap)).toBe(`b${'\u0301'.repeat(100)}a\u0301`);
  expect(withoutHeapsOfMarks('Nghị quyết'.normalize('NFD'))).toBe('Nghị quyết'.normalize('NFD'));
});

test('what is refused for its form is not looked at further', () => {
  expect(messages(pin, '1'.repeat(7))).toEqual(['validation.pin']);
  expect(messages(quantity, '1'.repeat(41))).toEqual(['validation.tooLong']);
});
