import { describe, expect, test } from 'vitest';
import { daysWithoutBackup, firstSteps, isHeldUnclosed, isUnderWay } from '#renderer/app/today/open-work.ts';
import type { ConferenceSummary } from '#shared/features/conferences/schema.ts';

const day = '2021-12-24';

function held(part: Partial<ConferenceSummary>): ConferenceSummary {
  return {
    id: '',
    kind: 'executive_committee',
    session: 'regular',
    ordinal: 7,
    customTitle: '',
    termOrdinal: 13,
    startsAt: '2021-12-23T07:30',
    endsAt: null,
    place: '',
    content: '',
    members: 0,
    present: 0,
    excused: 0,
    absent: 0,
    minutesNumber: null,
    closedAt: null,
    ...part,
  };
}

describe('a conference', () => {
  test.each([
    ['ended yesterday', { endsAt: '2021-12-23T11:00' }, 'unclosed'],
    ['began yesterday, its end was not written down', {}, 'unclosed'],
    ['began yesterday and ends today', { endsAt: '2021-12-24T11:00' }, 'underWay'],
    ['is today', { startsAt: '2021-12-24T07:30' }, 'underWay'],
    ['is still to come', { startsAt: '2022-01-05T07:30' }, 'underWay'],
    ['of today is closed', { startsAt: '2021-12-24T07:30', closedAt: '2021-12-24T05:00:00.000Z' }, 'done'],
    ['of yesterday is closed', { closedAt: '2021-12-24T05:00:00.000Z' }, 'done'],
  ])('that %s', (_, part, expected) => {
    const conference = held(part);
    const found = isUnderWay(conference, day) ? 'underWay' : 'done';
    expect(isHeldUnclosed(conference, day) ? 'unclosed' : found).toBe(expected);
  });
});

describe('the backup', () => {
  const backup = (at: string, changesSince: number) => ({ at, fileName: '', changesSince });

  test('is asked for when what was changed has none for a week', () => {
    expect(daysWithoutBackup(backup('2021-12-17T05:00:00.000Z', 3), day)).toBe(7);
    expect(daysWithoutBackup(backup('2021-12-18T05:00:00.000Z', 3), day)).toBeNull();
  });

  test('is not asked for where nothing was changed since, or there was none to count from', () => {
    expect(daysWithoutBackup(backup('2021-01-17T05:00:00.000Z', 0), day)).toBeNull();
    expect(daysWithoutBackup(null, day)).toBeNull();
  });
});

test('the first steps are done one by one: a draft is no resolution yet', () => {
  const done = (begun: Parameters<typeof firstSteps>[0]) =>
    firstSteps(begun)
      .filter(({ isDone }) => isDone)
      .map(({ step }) => step);
  const nothing = { members: [], conferences: [], documents: [], lastBackup: null };
  expect(done(nothing)).toEqual([]);
  expect(done({ ...nothing, members: [1], documents: [{ status: 'draft' }] })).toEqual(['members']);
  const lastBackup = { at: '2021-12-24T05:00:00.000Z', fileName: '', changesSince: 0 };
  expect(done({ members: [1], conferences: [1], documents: [{ status: 'issued' }], lastBackup })).toEqual([
    'members',
    'conference',
    'document',
    'backup',
  ]);
});
