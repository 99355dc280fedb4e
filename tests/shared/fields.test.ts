import { expect, test } from 'vitest';
import type { z } from 'zod';
import { termFields } from '#shared/features/organisation/schema.ts';
import { wholeNumber } from '#shared/fields.ts';
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
