import { afterAll, beforeEach, expect, test } from 'vitest';
import { blankItem } from '#shared/features/conferences/blank.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { addMember, conferenceInput, setUpOffice, voteInput } from '../../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../../support/test-app.ts';

let app: TestApp;
let id: string;
let items: string[];
beforeEach(async () => {
  await app?.close();
  app = await createTestApp();
  const { termId } = await setUpOffice(app.call);
  for (const name of ['Đinh Văn An', 'Đinh Thị Bé', 'Trần Đức', 'Lê Thị Dung', 'Hồ Văn Em'])
    await addMember(app.call, termId, name);
  ({ id } = await app.call.conferences.create(conferenceInput({ endsAt: '2021-12-24T11:00' })));
  ({ ids: items } = await app.call.conferences.saveAgenda({
    id,
    items: ['Một', 'Hai', 'Ba'].map(concluded),
  }));
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const concluded = (title: string) => ({ ...blankItem(title), conclusion: bodyFromLines(['Thống nhất.']) });
const get = () => app.call.conferences.get({ id });
const close = async () => (await refusal(app.call.conferences.close({ id }))).detail;

async function setTimes(at: number, times: { startedAt?: string; endedAt?: string }): Promise<void> {
  const { agenda } = await get();
  await app.call.conferences.saveAgenda({
    id,
    items: agenda.map((item, place) => (place === at ? { ...item, ...times } : item)),
  });
}

test.each([
  { startedAt: '2026-11-30T09:31' },
  { startedAt: '2021-12-24T07:29' },
  { endedAt: '2021-12-24T11:01' },
])('minutes are not closed over an item outside the meeting: %o', async (times) => {
  await setTimes(1, times);
  expect(await close()).toMatchObject({ reason: 'itemOutsideMeeting', params: { title: 'Hai' } });
  await setTimes(1, { startedAt: '2021-12-24T07:30', endedAt: '2021-12-24T11:00' });
  expect(await app.call.conferences.close({ id })).toEqual({ number: 1 });
});

test('an item of the second day of a meeting of two is within it', async () => {
  const { startsAt: _, ...input } = conferenceInput({ endsAt: '2021-12-25T11:00' });
  await app.call.conferences.save({ ...input, startsAt: '2021-12-24T07:30', id });
  await setTimes(2, { startedAt: '2021-12-25T08:00', endedAt: '2021-12-25T09:00' });
  expect(await app.call.conferences.close({ id })).toEqual({ number: 1 });
});

test('moved to another day, the meeting takes the times of its items along, in one step', async () => {
  await setTimes(0, { startedAt: '2021-12-24T07:45', endedAt: '2021-12-24T08:00' });
  const before = await get();
  const moved = conferenceInput({ startsAt: '2021-12-23T07:30', endsAt: '2021-12-23T11:00' });
  await app.call.conferences.save({ ...moved, id });
  expect((await get()).agenda[0]).toMatchObject({
    startedAt: '2021-12-23T07:45',
    endedAt: '2021-12-23T08:00',
  });
  await app.call.journal.undo({});
  expect(await get()).toEqual(before);
});

test('a vote that another room was counted for is named, and counted anew by saving it', async () => {
  const itemId = items[0] ?? '';
  const { id: itself } = await app.call.conferences.saveVote({
    id,
    vote: voteInput({ itemId, inFavour: 5 }),
  });
  const [entry] = (await get()).attendance;
  if (entry)
    await app.call.conferences.setAttendance({ id, entry: { ...entry, state: 'excused', reason: 'ốm' } });
  expect(await close()).toEqual({
    reason: 'voteAgainstRoll',
    params: { name: expect.any(String), present: 5, members: 5, now: 4, all: 5 },
  });
  await app.call.conferences.saveVote({ id, itself, vote: voteInput({ itemId, inFavour: 4 }) });
  expect((await get()).votes).toMatchObject([{ present: 4, members: 5, inFavour: 4 }]);
  expect(await app.call.conferences.close({ id })).toEqual({ number: 1 });
});

test('no order of the agenda lets anybody leave before they come', async () => {
  const [entry] = (await get()).attendance;
  const [first = null, second = null] = items;
  if (entry)
    await app.call.conferences.setAttendance({
      id,
      entry: { ...entry, arrivedItemId: first, leftItemId: second },
    });
  const { agenda } = await get();
  const [one, two, three] = agenda;
  const turned = [two, one, three].flatMap((item) => item ?? []);
  expect((await refusal(app.call.conferences.saveAgenda({ id, items: turned }))).detail).toEqual({
    reason: 'rollAgainstAgenda',
    params: { count: 1 },
  });
  const fine = [three, one, two].flatMap((item) => item ?? []);
  await app.call.conferences.saveAgenda({ id, items: fine });
  expect((await get()).agenda.map(({ title }) => title)).toEqual(['Ba', 'Một', 'Hai']);
});
