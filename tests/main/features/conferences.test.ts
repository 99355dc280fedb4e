import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { attendanceSentence, countAttendance, hasQuorum } from '#shared/features/conferences/attendance.ts';
import { blankItem, presentEntry } from '#shared/features/conferences/blank.ts';
import { defaultPresets } from '#shared/features/conferences/presets.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { addMember, conferenceInput, documentInput, setUpOffice, voteInput } from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  await app?.close();
  app = await createTestApp();
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

test('the roster of the day starts as present; attendance and its sentence follow', async () => {
  const { termId } = await setUpOffice(app.call);
  for (let i = 1; i <= 15; i += 1) await addMember(app.call, termId, `Đinh Văn ${i}`);
  await addMember(app.call, termId, 'Vào sau', '2022-06-01');
  const { id } = await app.call.conferences.create(conferenceInput());
  const { attendance } = await app.call.conferences.get({ id });
  for (const entry of attendance.slice(13)) {
    await app.call.conferences.setAttendance({
      id,
      entry: { ...entry, state: 'excused', reason: 'đi công tác' },
    });
  }
  const conference = await app.call.conferences.get({ id });
  const count = countAttendance(conference.attendance, conference.kind);
  expect(count).toMatchObject({ members: 15, present: 13, excused: 2, absent: 0 });
  expect(attendanceSentence(count)).toBe('Có mặt: 13 đồng chí; vắng: 02 đồng chí, có lý do: 02.');
  expect(hasQuorum(13, 15, defaultPresets.executive_committee)).toBe(true);
  const [summary] = await app.call.conferences.list({});
  expect(summary).toMatchObject({ members: 15, present: 13, excused: 2, termOrdinal: 13, ordinal: 7 });
});

describe('another day or kind', () => {
  const later = conferenceInput({ startsAt: '2022-06-24T07:30' });
  const namesOf = async (id: string) => {
    const members = await app.call.organisation.listMembers({});
    const { attendance } = await app.call.conferences.get({ id });
    return attendance.map(({ memberId }) => members.find((member) => member.id === memberId)?.fullName);
  };
  async function office(): Promise<string> {
    const { termId } = await setUpOffice(app.call);
    await addMember(app.call, termId, 'Đinh Văn Một');
    await addMember(app.call, termId, 'Vào sau', '2022-06-01');
    return (await app.call.conferences.create(conferenceInput())).id;
  }

  test('bring the roll of that day while the old one is untouched; undo brings it back', async () => {
    const id = await office();
    expect(await namesOf(id)).toEqual(['Đinh Văn Một']);
    await app.call.conferences.save({ id, ...later });
    expect(await namesOf(id)).toEqual(['Đinh Văn Một', 'Vào sau']);
    await app.call.journal.undo({});
    expect(await namesOf(id)).toEqual(['Đinh Văn Một']);
    await app.call.conferences.save({ id, ...later, kind: 'standing_committee' });
    expect(await namesOf(id)).toEqual([]);
  });

  test('leave a roll alone in which somebody was marked, or by which a vote was counted', async () => {
    const id = await office();
    const [entry] = (await app.call.conferences.get({ id })).attendance;
    if (!entry) throw new Error('nobody on the roll');
    await app.call.conferences.setAttendance({ id, entry: { ...entry, state: 'absent' } });
    await app.call.conferences.save({ id, ...later });
    expect(await namesOf(id)).toEqual(['Đinh Văn Một']);
    await app.call.conferences.save({ id, ...conferenceInput() });
    await app.call.conferences.setAttendance({ id, entry });
    const { ids } = await app.call.conferences.saveAgenda({ id, items: [blankItem('Biểu quyết')] });
    await app.call.conferences.saveVote({ id, vote: voteInput({ itemId: ids[0] ?? '' }) });
    await app.call.conferences.save({ id, ...later });
    expect(await namesOf(id)).toEqual(['Đinh Văn Một']);
  });
});

test('a reason stays only with who is excused', async () => {
  const { termId } = await setUpOffice(app.call);
  const memberId = await addMember(app.call, termId, 'Đinh Văn Một');
  const { id } = await app.call.conferences.create(conferenceInput());
  const [entry] = (await app.call.conferences.get({ id })).attendance;
  const own = presentEntry(entry?.id ?? '', { memberId });
  await app.call.conferences.setAttendance({ id, entry: { ...own, reason: 'ốm' } });
  expect((await app.call.conferences.get({ id })).attendance).toEqual([own]);
});

test('who is no member has no attendance', async () => {
  const { termId } = await setUpOffice(app.call);
  const { id } = await app.call.conferences.create(conferenceInput());
  const memberId = await addMember(app.call, termId, 'Vào sau', '2022-06-01');
  const wire = await refusal(
    app.call.conferences.setAttendance({ id, entry: presentEntry(memberId, { memberId }) }),
  );
  expect(wire.detail.reason).toBe('notAMember');
});

test('who leads is of the term of that day, or nobody yet', async () => {
  const { termId } = await setUpOffice(app.call);
  const chairId = await addMember(app.call, termId, 'Đinh Văn Một');
  const { id } = await app.call.conferences.create(conferenceInput({ chairId }));
  expect((await app.call.conferences.get({ id })).chairId).toBe(chairId);
  const term = { id: termId, ordinal: 13, startsOn: '2020-06-01', endsOn: '2025-06-30' };
  await app.call.organisation.saveTerm(term);
  await app.call.organisation.saveTerm({ ordinal: 14, startsOn: '2025-07-01', endsOn: null });
  await app.call.conferences.save({ id, ...conferenceInput({ chairId, startsAt: '2025-12-24T07:30' }) });
  expect((await app.call.conferences.get({ id })).chairId).toBeNull();
});

describe('ordinals', () => {
  test('are proposed within term and kind, and never doubled', async () => {
    await setUpOffice(app.call);
    const next = (kind: 'executive_committee' | 'standing_committee') =>
      app.call.conferences.nextOrdinal({ kind, on: '2021-12-24' });
    expect(await next('executive_committee')).toEqual({ ordinal: 1 });
    await app.call.conferences.create(conferenceInput({ ordinal: 7 }));
    expect(await next('executive_committee')).toEqual({ ordinal: 8 });
    expect(await next('standing_committee')).toEqual({ ordinal: 1 });
    const twice = await refusal(app.call.conferences.create(conferenceInput({ ordinal: 7 })));
    expect(twice).toMatchObject({ code: 'RULE', detail: { reason: 'ordinalTaken', params: { ordinal: 7 } } });
  });

  test('go on beyond the 99th of a kind, which a body that meets each week reaches within two years', async () => {
    const { termId } = await setUpOffice(app.call);
    const kind = 'standing_committee';
    await app.call.conferences.create(conferenceInput({ kind, ordinal: 99 }));
    const { ordinal } = await app.call.conferences.nextOrdinal({ kind, on: '2022-01-05' });
    expect(ordinal).toBe(100);
    const input = conferenceInput({
      kind,
      ordinal,
      startsAt: '2022-01-05T07:30',
      endsAt: '2022-01-05T11:00',
    });
    const { id } = await app.call.conferences.create(input);
    await app.call.conferences.close({ id });
    const { rows } = await app.call.documents.register({ termId });
    expect(rows).toMatchObject([
      { subject: 'Hội nghị Ban Thường vụ Đảng ủy xã lần thứ một trăm, khóa XIII' },
    ]);
    await app.call.conferences.create(conferenceInput({ kind, ordinal: 999 }));
    const refused = await refusal(app.call.conferences.create(conferenceInput({ kind, ordinal: 1000 })));
    expect(refused.code).toBe('VALIDATION');
  });

  test('need a term on the day', async () => {
    await setUpOffice(app.call);
    const wire = await refusal(
      app.call.conferences.create(conferenceInput({ startsAt: '2019-01-02T07:30' })),
    );
    expect(wire).toMatchObject({
      code: 'RULE',
      detail: { reason: 'noTermOnDate', params: { date: '02/01/2019' } },
    });
  });
});

describe('the agenda', () => {
  const item = (title: string, id?: string) => ({
    ...blankItem(title),
    id,
    discussion: bodyFromLines([`Thảo luận ${title}`]),
    conclusion: bodyFromLines(['']),
  });

  test('keeps the ids of its items through reordering, and drops what was taken out', async () => {
    await setUpOffice(app.call);
    const { id } = await app.call.conferences.create(conferenceInput());
    const { ids } = await app.call.conferences.saveAgenda({
      id,
      items: [item('một'), item('hai'), item('ba')],
    });
    await app.call.conferences.saveAgenda({ id, items: [item('ba', ids[2]), item('một sửa', ids[0])] });
    const { agenda } = await app.call.conferences.get({ id });
    expect(agenda.map((entry) => [entry.id, entry.title])).toEqual([
      [ids[2], 'ba'],
      [ids[0], 'một sửa'],
    ]);
  });

  test("does not take over another conference's item", async () => {
    await setUpOffice(app.call);
    const first = await app.call.conferences.create(conferenceInput());
    const second = await app.call.conferences.create(conferenceInput({ ordinal: 8 }));
    const { ids } = await app.call.conferences.saveAgenda({ id: first.id, items: [item('một')] });
    expect(
      (await refusal(app.call.conferences.saveAgenda({ id: second.id, items: [item('một', ids[0])] }))).code,
    ).toBe('CONFLICT');
  });
});

test('a conference says what needs it instead of going', async () => {
  await setUpOffice(app.call);
  const { id } = await app.call.conferences.create(conferenceInput());
  const [itemId = ''] = (
    await app.call.conferences.saveAgenda({
      id,
      items: [{ ...blankItem('Quy hoạch chợ xã'), isCarriedOver: true, carryReason: 'chờ số liệu' }],
    })
  ).ids;
  const next = await app.call.conferences.create(
    conferenceInput({ ordinal: 8, startsAt: '2022-03-24T07:30' }),
  );
  expect((await app.call.conferences.get({ id: next.id })).agenda).toMatchObject([{ carriedFromId: itemId }]);
  const removed = async () => (await refusal(app.call.conferences.remove({ id }))).detail;
  expect(await removed()).toEqual({
    reason: 'conferenceGoesOn',
    params: { title: 'Quy hoạch chợ xã', date: '24/03/2022' },
  });
  await app.call.documents.create(documentInput({ conferenceId: id, subject: 'về chợ xã' }));
  expect(await removed()).toEqual({ reason: 'conferenceHasDocument', params: { name: 'về chợ xã' } });
});

test('removing a conference takes its agenda and attendance along, and undo brings all of it back', async () => {
  const { termId } = await setUpOffice(app.call);
  await addMember(app.call, termId, 'Đinh Văn Một');
  const { id } = await app.call.conferences.create(conferenceInput());
  const before = await app.call.conferences.get({ id });
  await app.call.conferences.remove({ id });
  expect((await refusal(app.call.conferences.get({ id }))).code).toBe('NOT_FOUND');
  await app.call.journal.undo({});
  expect(await app.call.conferences.get({ id })).toEqual(before);
});
