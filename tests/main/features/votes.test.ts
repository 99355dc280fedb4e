import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { blankItem, presentEntry } from '#shared/features/conferences/blank.ts';
import type { AttendanceEntry } from '#shared/features/conferences/schema.ts';
import { addMember, conferenceInput, electionInput, setUpOffice, voteInput } from '../../support/records.ts';
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

const get = (id: string) => app.call.conferences.get({ id });

/** A conference of five members and three items. */
async function meeting(changes: Parameters<typeof conferenceInput>[0] = {}) {
  const { termId } = await setUpOffice(app.call);
  const members: string[] = [];
  for (const name of ['Trường', 'Ân', 'Rếp', 'Tuyết', 'Phước']) {
    members.push(await addMember(app.call, termId, `Đinh Văn ${name}`));
  }
  const { id } = await app.call.conferences.create(conferenceInput(changes));
  const { ids } = await app.call.conferences.saveAgenda({
    id,
    items: ['một', 'hai', 'ba'].map((title) => blankItem(title)),
  });
  const [first = '', second = '', third = ''] = ids;
  return { id, termId, members, first, second, third, roll: (await get(id)).attendance };
}

const mark = (id: string, entry: AttendanceEntry | undefined, changes: Partial<AttendanceEntry>) =>
  app.call.conferences.setAttendance({ id, entry: { ...(entry as AttendanceEntry), ...changes } });

describe('a vote', () => {
  test('counts who is in the room for its item, and stays so when the roll changes', async () => {
    const { id, first, second, roll } = await meeting();
    await mark(id, roll[0], { arrivedItemId: second });
    await mark(id, roll[1], { leftItemId: second });
    await mark(id, roll[2], { state: 'absent' });
    const early = await app.call.conferences.saveVote({
      id,
      vote: voteInput({ itemId: first, inFavour: 3 }),
    });
    const late = await app.call.conferences.saveVote({
      id,
      vote: voteInput({ itemId: second, inFavour: 2 }),
    });
    const before = (await get(id)).votes;
    expect(before.map((vote) => [vote.id, vote.members, vote.present])).toEqual([
      [early.id, 5, 3],
      [late.id, 5, 3],
    ]);
    for (const entry of roll) await mark(id, entry, { state: 'excused', reason: 'ốm' });
    await app.call.conferences.removePerson({ id, itself: roll[4]?.id ?? '' });
    expect((await get(id)).votes).toEqual(before);
  });

  test('is counted by the room of the roll when it is corrected', async () => {
    const { id, first, roll } = await meeting();
    const vote = voteInput({ itemId: first, inFavour: 5 });
    const { id: itself } = await app.call.conferences.saveVote({ id, vote });
    await mark(id, roll[0], { state: 'absent' });
    await mark(id, roll[1], { state: 'absent' });
    const same = await refusal(app.call.conferences.saveVote({ id, itself, vote }));
    expect(same.detail).toEqual({ reason: 'moreHandsThanPresent', params: { sum: 5, present: 3 } });
    const before = (await get(id)).votes;
    expect(before).toMatchObject([{ id: itself, members: 5, present: 5, inFavour: 5 }]);
    await app.call.conferences.saveVote({ id, itself, vote: { ...vote, inFavour: 2, against: 1 } });
    expect((await get(id)).votes).toMatchObject([
      { id: itself, members: 5, present: 3, inFavour: 2, against: 1 },
    ]);
    await app.call.journal.undo({});
    expect((await get(id)).votes).toEqual(before);
  });

  test('is undone and redone like every act, also its correction', async () => {
    const { id, first } = await meeting();
    const vote = voteInput({ itemId: first, inFavour: 5 });
    const { id: itself } = await app.call.conferences.saveVote({ id, vote });
    const recorded = (await get(id)).votes;
    await app.call.conferences.saveVote({
      id,
      itself,
      vote: { ...vote, inFavour: 3, other: 1, named: [{ name: 'Đinh Văn Ân', choice: 'other' }] },
    });
    const corrected = (await get(id)).votes;
    await app.call.journal.undo({});
    expect((await get(id)).votes).toEqual(recorded);
    await app.call.journal.undo({});
    expect((await get(id)).votes).toEqual([]);
    await app.call.journal.redo({});
    await app.call.journal.redo({});
    expect((await get(id)).votes).toEqual(corrected);
    await app.call.conferences.removeVote({ id, itself });
    await app.call.journal.undo({});
    expect((await get(id)).votes).toEqual(corrected);
  });

  test.each([
    [{ inFavour: 6 }, 'moreHandsThanPresent'],
    [{ inFavour: 5, against: 1 }, 'moreHandsThanPresent'],
    [{ method: 'ballots' }, 'ballotsMissing'],
    [{ method: 'ballots', issued: 6, collected: 5, invalid: 0, inFavour: 5 }, 'moreBallotsThanPresent'],
    [{ method: 'ballots', issued: 4, collected: 5, invalid: 0, inFavour: 5 }, 'moreBallotsBack'],
    [{ method: 'ballots', issued: 5, collected: 1, invalid: 2, inFavour: 0 }, 'moreInvalidThanBack'],
    [{ method: 'ballots', issued: 5, collected: 5, invalid: 1, inFavour: 5 }, 'votesNotValidBallots'],
    [{ inFavour: 1, named: [{ name: 'Đinh Văn Ân', choice: 'against' }] }, 'moreNamesThanVotes'],
  ] as const)('with %j is refused: %s', async (changes, reason) => {
    const { id, first } = await meeting();
    const vote = { ...voteInput({ itemId: first }), ...changes };
    const named = 'named' in changes ? [...changes.named] : [];
    const wire = await refusal(app.call.conferences.saveVote({ id, vote: { ...vote, named } }));
    expect(wire).toMatchObject({ code: 'RULE', detail: { reason } });
    expect((await get(id)).votes).toEqual([]);
    expect(app.logged).toEqual([]);
  });

  test('needs a roll, and an item of its own conference, also when it is corrected', async () => {
    const { id, first } = await meeting();
    const other = await app.call.conferences.create(conferenceInput({ kind: 'congress', ordinal: 1 }));
    const { ids } = await app.call.conferences.saveAgenda({ id: other.id, items: [blankItem('khác')] });
    const foreign = ids[0] ?? '';
    const noRoll = await refusal(
      app.call.conferences.saveVote({ id: other.id, vote: voteInput({ itemId: foreign }) }),
    );
    expect(noRoll.detail.reason).toBe('noRoll');
    const { id: itself } = await app.call.conferences.saveVote({ id, vote: voteInput({ itemId: first }) });
    for (const known of [undefined, itself]) {
      const wire = await refusal(
        app.call.conferences.saveVote({ id, itself: known, vote: voteInput({ itemId: foreign }) }),
      );
      expect(wire.code).toBe('NOT_FOUND');
    }
  });

  test('before a quorum is recorded all the same', async () => {
    const { id, first, roll } = await meeting();
    for (const entry of roll.slice(1)) await mark(id, entry, { state: 'absent' });
    await app.call.conferences.saveVote({ id, vote: voteInput({ itemId: first }) });
    expect((await get(id)).votes).toMatchObject([{ members: 5, present: 1 }]);
  });

  test('holds its item on the agenda', async () => {
    const { id, first } = await meeting();
    await app.call.conferences.saveVote({ id, vote: voteInput({ itemId: first }) });
    const { agenda } = await get(id);
    const wire = await refusal(app.call.conferences.saveAgenda({ id, items: agenda.slice(1) }));
    expect(wire.detail.reason).toBe('itemVotedOn');
  });
});

describe('an election', () => {
  test('keeps the room it was counted by until it is corrected, its candidates in the order of the ballot, and is undone as one step', async () => {
    const { id, first, roll } = await meeting();
    const candidates = [
      { fullName: 'Đinh Văn Rếp', title: 'Đảng ủy viên', votes: 1 },
      { fullName: 'Đinh Văn Ân', title: 'Đảng ủy viên', votes: 4 },
    ];
    const election = electionInput({ itemId: first, issued: 5, collected: 5, candidates });
    const { id: itself } = await app.call.conferences.saveElection({ id, election });
    await mark(id, roll[0], { state: 'absent' });
    const recorded = (await get(id)).elections;
    expect(recorded).toMatchObject([{ members: 5, present: 5, candidates }]);
    const turned = candidates.toReversed().map((one) => ({ ...one, votes: Math.min(one.votes, 3) }));
    await app.call.conferences.saveElection({
      id,
      itself,
      election: { ...election, issued: 4, collected: 4, candidates: turned },
    });
    expect((await get(id)).elections).toMatchObject([{ members: 5, present: 4, candidates: turned }]);
    await app.call.journal.undo({});
    expect((await get(id)).elections).toEqual(recorded);
    await app.call.conferences.removeElection({ id, itself });
    expect((await get(id)).elections).toEqual([]);
    await app.call.journal.undo({});
    expect((await get(id)).elections).toEqual(recorded);
  });

  test.each([
    [{ issued: 6 }, 'moreBallotsThanPresent'],
    [{ collected: 5 }, 'moreBallotsBack'],
    [{ invalid: 2 }, 'moreInvalidThanBack'],
    [{ candidates: [{ fullName: 'Đinh Văn Rếp', title: '', votes: 2 }] }, 'moreVotesThanBallots'],
    [
      {
        candidates: ['Rếp', 'Ân'].map((name) => ({ fullName: `Đinh Văn ${name}`, title: '', votes: 1 })),
      },
      'moreVotesThanSeats',
    ],
    [
      { candidates: ['', 'Bí thư'].map((title) => ({ fullName: 'Đinh Văn Rếp', title, votes: 0 })) },
      'candidateTwice',
    ],
  ])('with %j is refused: %s', async (changes, reason) => {
    const { id, first } = await meeting();
    const election = electionInput({ itemId: first, ...changes });
    const wire = await refusal(app.call.conferences.saveElection({ id, election }));
    expect(wire).toMatchObject({ code: 'RULE', detail: { reason } });
    expect((await get(id)).elections).toEqual([]);
  });
});

test('after closing nothing of the roll, the votes and the elections can be changed', async () => {
  const { id, first, second, third, roll } = await meeting({ endsAt: '2021-12-24T11:00' });
  const vote = voteInput({ itemId: first });
  const election = electionInput({ itemId: second });
  const made = await app.call.conferences.saveVote({ id, vote });
  await app.call.conferences.saveVote({ id, vote: { ...vote, itemId: third } });
  const chosen = await app.call.conferences.saveElection({ id, election });
  await app.call.conferences.close({ id });
  const before = await get(id);
  const { conferences } = app.call;
  const attempts = [
    () => conferences.saveVote({ id, vote }),
    () => conferences.saveVote({ id, itself: made.id, vote: { ...vote, inFavour: 2 } }),
    () => conferences.removeVote({ id, itself: made.id }),
    () => conferences.saveElection({ id, election }),
    () => conferences.saveElection({ id, itself: chosen.id, election: { ...election, seats: 2 } }),
    () => conferences.removeElection({ id, itself: chosen.id }),
    () => mark(id, roll[0], { state: 'absent' }),
    () => conferences.addPeople({ id, people: [{ fullName: 'Lê Bé', title: '' }] }),
    () => conferences.removePerson({ id, itself: roll[0]?.id ?? '' }),
    () => conferences.orderPeople({ id, ids: roll.map((entry) => entry.id).toReversed() }),
  ];
  for (const attempt of attempts) {
    expect(await refusal(attempt())).toMatchObject({ code: 'RULE', detail: { reason: 'conferenceClosed' } });
  }
  expect(await get(id)).toEqual(before);
  await conferences.reopen({ id, reason: 'ghi nhầm số phiếu' });
  await conferences.saveVote({ id, itself: made.id, vote: { ...vote, inFavour: 2 } });
  expect((await get(id)).votes[0]).toMatchObject({ inFavour: 2, members: 5, present: 5 });
});

describe('the roll', () => {
  const named = (fullName: string, title = '') => ({ fullName, title });
  const names = async (id: string) =>
    (await get(id)).attendance.map(({ fullName }) => fullName).filter(Boolean);

  test('has nobody twice, by member or by name', async () => {
    const { id, members } = await meeting();
    await app.call.conferences.addPeople({ id, people: [named('Lê Bé', 'Trưởng thôn Một')] });
    const twice = [
      [{ memberId: members[0] ?? '' }],
      [named('đinh văn ân')],
      [named('Đinh  Văn Ân', 'Đảng ủy viên')],
      [named('Lê Bé')],
      [named('Lê Bé', 'trưởng thôn một')],
      [named('Hồ Văn Mới', 'a'), named('Hồ Văn Mới')],
    ];
    for (const people of twice) {
      const wire = await refusal(app.call.conferences.addPeople({ id, people }));
      expect(wire).toMatchObject({ code: 'RULE', detail: { reason: 'onRollTwice' } });
    }
    await app.call.conferences.addPeople({ id, people: [named('Lê Bé', 'Trưởng thôn Hai'), named('Lê Bè')] });
    expect(await names(id)).toEqual(['Lê Bé', 'Lê Bé', 'Lê Bè']);
  });

  test('lets two members of one name both be there', async () => {
    const { termId } = await meeting();
    await addMember(app.call, termId, 'Đinh Văn Ân');
    const { id } = await app.call.conferences.create(conferenceInput({ ordinal: 8 }));
    expect((await get(id)).attendance).toHaveLength(6);
  });

  test('puts who is added at the end, also after others were taken out', async () => {
    const { id, roll } = await meeting();
    for (const entry of roll.slice(1, 4)) {
      await app.call.conferences.removePerson({ id, itself: entry.id });
    }
    await app.call.conferences.addPeople({ id, people: [named('Lê Bé'), named('Hồ Sơn')] });
    const { attendance } = await get(id);
    expect(attendance.map(({ id: one, fullName }) => fullName || one)).toEqual([
      roll[0]?.id,
      roll[4]?.id,
      'Lê Bé',
      'Hồ Sơn',
    ]);
    await app.call.conferences.orderPeople({ id, ids: attendance.map((entry) => entry.id).toReversed() });
    expect((await get(id)).attendance).toEqual(attendance.toReversed());
    await app.call.journal.undo({});
    expect((await get(id)).attendance).toEqual(attendance);
  });

  test('keeps a member that member; who is known by name can be corrected, but not into another', async () => {
    const { id, roll, members } = await meeting();
    await mark(id, roll[0], { memberId: members[1] ?? '', fullName: 'Khác', title: 'khác' });
    expect((await get(id)).attendance).toEqual(roll);
    await app.call.conferences.addPeople({ id, people: [named('Lê Be'), named('Hồ Sơn')] });
    const entry = (await get(id)).attendance[5];
    await mark(id, entry, { fullName: 'Lê Bé', title: 'Trưởng thôn' });
    expect((await get(id)).attendance[5]).toMatchObject({ fullName: 'Lê Bé', title: 'Trưởng thôn' });
    const wire = await refusal(mark(id, entry, { fullName: 'Hồ Sơn' }));
    expect(wire.detail.reason).toBe('onRollTwice');
  });

  test('has arrivals and departures of who is present, at items of its own, in their order', async () => {
    const { id, first, second, third, roll } = await meeting();
    await mark(id, roll[0], { arrivedItemId: second, leftItemId: third });
    expect((await get(id)).attendance[0]).toMatchObject({ arrivedItemId: second, leftItemId: third });
    const wrong = await refusal(mark(id, roll[1], { arrivedItemId: second, leftItemId: second }));
    expect(wrong.detail.reason).toBe('leftBeforeArrived');
    expect((await refusal(mark(id, roll[1], { leftItemId: id }))).code).toBe('NOT_FOUND');
    await mark(id, roll[0], { state: 'replaced', arrivedItemId: first, substitute: 'Hồ Sơn', reason: 'ốm' });
    expect((await get(id)).attendance[0]).toEqual({
      ...presentEntry(roll[0]?.id ?? '', { memberId: roll[0]?.memberId ?? '' }),
      ...{ state: 'replaced', reason: 'ốm', substitute: 'Hồ Sơn' },
    });
  });
});
