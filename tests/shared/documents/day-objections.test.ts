import { expect, test } from 'vitest';
import { dayObjections } from '#shared/features/documents/day-objections.ts';

const today = '2026-12-24';

test.each(['2026-12-24', '2026-12-23', '2026-12-17'])('%s is about today', (date) => {
  expect(dayObjections(date, today)).toEqual([]);
});

test.each([
  ['2031-12-24', 'dayAhead', { date: '24/12/2031', days: 1826 }],
  ['2026-12-25', 'dayAhead', { date: '25/12/2026', days: 1 }],
  ['2026-12-16', 'dayLongAgo', { date: '16/12/2026', days: 8 }],
  ['2025-12-24', 'dayLongAgo', { date: '24/12/2025', days: 365 }],
])('%s gets a word', (date, id, params) => {
  expect(dayObjections(date, today)).toEqual([{ id, params, place: null }]);
});
