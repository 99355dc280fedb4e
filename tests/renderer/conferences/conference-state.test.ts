import { expect, test } from 'vitest';
import { type ConferenceState, doneSteps } from '#renderer/features/conferences/conference-state.ts';
import { blankItem, presentEntry } from '#shared/features/conferences/blank.ts';
import { defaultPresets } from '#shared/features/conferences/presets.ts';
import { bodyFromLines, emptyBody } from '#shared/text-model/body.ts';

const entry = presentEntry('one', { fullName: 'Đinh Văn Một', title: '' });
const item = { ...blankItem('Báo cáo'), id: 'item' };
const fresh: ConferenceState = {
  fields: {
    ...{ kind: 'executive_committee', session: 'regular', ordinal: 7, customTitle: '' },
    ...{ startsAt: '2021-12-24T07:30', endsAt: null, place: '', content: '', papers: '', invited: '' },
    ...{ chairId: null, recorderName: '', conclusion: emptyBody },
  },
  agenda: [item],
  attendance: [entry, { ...entry, id: 'two' }, { ...entry, id: 'three' }],
  ...{ votes: [], elections: [], preset: defaultPresets.executive_committee },
};

test('a roll on which everybody still stands as present by default is not called yet', () => {
  const isCalled = (changes: Partial<ConferenceState>) =>
    doneSteps({ ...fresh, ...changes }).has('attendance');
  expect(isCalled({})).toBe(false);
  const [first, ...others] = fresh.attendance;
  expect(isCalled({ attendance: [{ ...entry, ...first, state: 'excused', reason: 'ốm' }, ...others] })).toBe(
    true,
  );
  expect(isCalled({ attendance: [{ ...entry, ...first, leftItemId: 'item' }, ...others] })).toBe(true);
  expect(isCalled({ agenda: [{ ...item, startedAt: '2021-12-24T07:40' }] })).toBe(true);
  expect(isCalled({ agenda: [{ ...item, discussion: bodyFromLines(['Nhất trí']) }] })).toBe(true);
  expect(isCalled({ fields: { ...fresh.fields, endsAt: '2021-12-24T11:00' } })).toBe(true);
});
