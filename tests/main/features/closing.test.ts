import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { blankItem } from '#shared/features/conferences/blank.ts';
import { defaultPresets } from '#shared/features/conferences/presets.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { addMember, conferenceInput, documentInput, setUpOffice, voteInput } from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let termId: string;
beforeEach(async () => {
  await app?.close();
  app = await createTestApp();
  ({ termId } = await setUpOffice(app.call));
  for (const name of ['Đinh Văn An', 'Đinh Thị Bé', 'Trần Đức']) await addMember(app.call, termId, name);
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const concluded = (title: string) => ({ ...blankItem(title), conclusion: bodyFromLines(['Thống nhất.']) });

async function conferenceWith(
  items: Parameters<TestApp['call']['conferences']['saveAgenda']>[0]['items'],
  ordinal = 7,
  day = '2021-12-24',
) {
  const input = conferenceInput({ ordinal, startsAt: `${day}T07:30`, endsAt: `${day}T11:00` });
  const { id } = await app.call.conferences.create(input);
  const { ids } = await app.call.conferences.saveAgenda({ id, items });
  return { id, ids };
}

describe('closing', () => {
  test('composes the minutes, numbers them in their term, and locks everything that belongs to the conference', async () => {
    const { id, ids } = await conferenceWith([concluded('Báo cáo')]);
    const itemId = ids[0] ?? '';
    await app.call.conferences.saveVote({ id, vote: voteInput({ itemId, inFavour: 3 }) });
    expect(await app.call.conferences.nextMinutesNumber({ id })).toEqual({ number: 1 });
    expect(await app.call.conferences.close({ id })).toEqual({ number: 1 });

    const closed = await app.call.conferences.get({ id });
    expect(closed).toMatchObject({ minutesNumber: 1, reopenings: [] });
    expect(closed.closedAt).not.toBeNull();
    const [entry] = closed.attendance;
    const [voted] = closed.votes;
    const attempts = [
      app.call.conferences.save({ ...conferenceInput({ place: 'nơi khác' }), id }),
      app.call.conferences.saveAgenda({ id, items: [concluded('khác')] }),
      app.call.conferences.setAttendance({
        id,
        entry: { ...(entry ?? ({} as never)), state: 'absent' },
      }),
      app.call.conferences.addPeople({ id, people: [{ fullName: 'Khách', title: '' }] }),
      app.call.conferences.removePerson({ id, itself: entry?.id ?? '' }),
      app.call.conferences.saveVote({ id, vote: voteInput({ itemId }) }),
      app.call.conferences.removeVote({ id, itself: voted?.id ?? '' }),
      app.call.conferences.remove({ id }),
      app.call.conferences.close({ id }),
    ];
    for (const attempt of attempts) {
      const wire = await refusal(attempt);
      expect(['conferenceClosed', 'itemVotedOn']).toContain(wire.detail.reason);
    }
    expect(await app.call.conferences.get({ id })).toEqual(closed);
  });

  test('an older change cannot be undone behind its back, and closing itself is never undone', async () => {
    const { id } = await conferenceWith([concluded('Báo cáo')]);
    const [saved] = await app.call.journal.recent({ limit: 1 });
    await app.call.conferences.close({ id });
    expect((await refusal(app.call.journal.undo({}))).code).toBe('FINAL');
    const wire = await refusal(app.call.journal.undo({ seq: saved?.seq ?? 0 }));
    expect(wire).toMatchObject({ code: 'RULE', detail: { reason: 'conferenceClosed' } });
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });

  test('is refused while an item is neither concluded, voted on nor carried over, and while it has no end', async () => {
    const { id, ids } = await conferenceWith([concluded('một'), blankItem('hai')]);
    expect(await refusal(app.call.conferences.close({ id }))).toMatchObject({
      detail: { reason: 'itemsOpen', params: { count: 1, title: 'hai' } },
    });
    await app.call.conferences.saveVote({ id, vote: voteInput({ itemId: ids[1] ?? '' }) });
    await app.call.conferences.save({ ...conferenceInput({ endsAt: null }), id });
    expect((await refusal(app.call.conferences.close({ id }))).detail.reason).toBe('notEnded');
    await app.call.conferences.save({ ...conferenceInput({ endsAt: '2021-12-24T11:00' }), id });
    await app.call.conferences.close({ id });
  });

  test('opening again asks a reason, keeps it and the number, and the minutes follow the text again', async () => {
    const { id } = await conferenceWith([concluded('Báo cáo')]);
    await app.call.conferences.close({ id, number: 12 });
    expect((await refusal(app.call.conferences.reopen({ id, reason: ' ' }))).code).toBe('VALIDATION');
    await app.call.conferences.reopen({ id, reason: 'ghi sót ý kiến' });
    const open = await app.call.conferences.get({ id });
    expect(open).toMatchObject({ closedAt: null, minutesNumber: 12 });
    expect(open.reopenings.map(({ reason }) => reason)).toEqual(['ghi sót ý kiến']);
    expect((await refusal(app.call.conferences.close({ id, number: 13 }))).detail.reason).toBe(
      'minutesNumberKept',
    );
    expect(await app.call.conferences.close({ id })).toEqual({ number: 12 });
    expect(
      (
        await refusal(
          app.call.conferences
            .reopen({ id, reason: 'x' })
            .then(() => app.call.conferences.reopen({ id, reason: 'y' })),
        )
      ).detail.reason,
    ).toBe('notClosed');
  });

  test('a number is never given twice in a term, and a kind that is not numbered gets none', async () => {
    const first = await conferenceWith([concluded('một')], 7);
    const second = await conferenceWith([concluded('hai')], 8);
    await app.call.conferences.close({ id: first.id });
    expect((await refusal(app.call.conferences.close({ id: second.id, number: 1 }))).detail.reason).toBe(
      'numberTaken',
    );
    await app.call.conferences.savePreset({ ...defaultPresets.executive_committee, numbersMinutes: false });
    expect(await app.call.conferences.close({ id: second.id })).toEqual({ number: null });
  });
});

describe('the numbers of minutes', () => {
  async function heldBy(kind: 'congress' | 'cell' | 'executive_committee' | 'standing_committee') {
    const input = conferenceInput({ kind, ordinal: 1, endsAt: '2021-12-24T11:00' });
    const { id } = await app.call.conferences.create(input);
    await app.call.conferences.savePreset({ ...defaultPresets[kind], numbersMinutes: true });
    return id;
  }
  const issue = async (changes: Partial<Parameters<typeof documentInput>[0]>) => {
    const { id } = await app.call.documents.create(documentInput(changes));
    return (await app.call.documents.issue({ id, date: '2021-12-24' })).code;
  };

  test('run within the body that met; those of a congress among all its documents', async () => {
    const congress = await heldBy('congress');
    expect(await issue({ issuer: 'congress', type: 'NQ' })).toBe('01-NQ/ĐH');
    expect((await refusal(app.call.conferences.close({ id: congress, number: 1 }))).detail.reason).toBe(
      'numberTaken',
    );
    expect(await app.call.conferences.close({ id: congress })).toEqual({ number: 2 });
    expect(await issue({ issuer: 'congress', type: 'BC' })).toBe('03-BC/ĐH');
    for (const kind of ['cell', 'executive_committee'] as const)
      expect(await app.call.conferences.close({ id: await heldBy(kind) })).toEqual({ number: 1 });
    expect(await app.call.conferences.close({ id: await heldBy('standing_committee') })).toEqual({
      number: 2,
    });
    expect(await issue({ issuer: 'cell', type: 'BB' })).toBe('02-BB/CB');
    const { rows } = await app.call.documents.register({ termId });
    expect(rows.map(({ code }) => code)).toEqual([
      ...['01-BB/ĐU', '02-BB/ĐU', '01-NQ/ĐH', '02-BB/ĐH', '03-BC/ĐH', '01-BB/CB', '02-BB/CB'],
    ]);
    const { parts } = await app.call.conferences.file({ id: congress });
    expect(parts.map(({ title }) => title)).toContain('Biên bản số 02-BB/ĐH');
  });

  test('stay in the register that gave them, also when the conference turns out to be a congress', async () => {
    const id = await heldBy('executive_committee');
    await app.call.conferences.close({ id, number: 5 });
    await app.call.conferences.reopen({ id, reason: 'chọn nhầm loại' });
    const input = conferenceInput({ kind: 'congress', ordinal: 1, endsAt: '2021-12-24T11:00' });
    await app.call.conferences.save({ ...input, id });
    expect(await app.call.conferences.close({ id })).toEqual({ number: 5 });
    const { rows } = await app.call.documents.register({ termId });
    expect(rows.map(({ code }) => code)).toEqual(['01 - 04-BB/ĐU', '05-BB/ĐU']);
    expect(await issue({ issuer: 'congress', type: 'NQ' })).toBe('01-NQ/ĐH');
  });
});

describe('a number that minutes were given', () => {
  const register = async () =>
    (await app.call.documents.register({ termId })).rows.map((row) =>
      row.kind === 'entry' ? [row.code, row.of, row.voidReason] : [row.code, 'gap', null],
    );

  async function openedAgain(): Promise<string> {
    const { id } = await conferenceWith([concluded('Báo cáo')]);
    await app.call.conferences.close({ id });
    await app.call.conferences.reopen({ id, reason: 'ghi trùng' });
    return id;
  }

  test('stays in the register as void when its conference is removed, and is not given again', async () => {
    const id = await openedAgain();
    const without = await refusal(app.call.conferences.remove({ id }));
    expect(without).toMatchObject({
      code: 'RULE',
      detail: { reason: 'voidReasonMissing', params: { number: 1 } },
    });
    await app.call.conferences.remove({ id, reason: 'ghi trùng hội nghị' });
    expect(await register()).toEqual([['01-BB/ĐU', 'voidedMinutes', 'ghi trùng hội nghị']]);
    const next = await conferenceWith([concluded('Báo cáo')]);
    expect(await app.call.conferences.nextMinutesNumber({ id: next.id })).toEqual({ number: 2 });
    const taken = await refusal(app.call.conferences.close({ id: next.id, number: 1 }));
    expect(taken.detail.reason).toBe('numberTaken');
    expect(await app.call.conferences.close({ id: next.id })).toEqual({ number: 2 });
    expect(await register()).toEqual([
      ['01-BB/ĐU', 'voidedMinutes', 'ghi trùng hội nghị'],
      ['02-BB/ĐU', 'minutes', null],
    ]);
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });

  test('comes back with its conference when that is undone, also after the next was given, and goes again', async () => {
    const id = await openedAgain();
    await app.call.conferences.remove({ id, reason: 'ghi trùng hội nghị' });
    const [removal] = await app.call.journal.recent({ limit: 1 });
    await app.call.journal.undo({});
    expect(await register()).toEqual([['01-BB/ĐU', 'minutes', null]]);
    await app.call.journal.redo({});
    expect(await register()).toEqual([['01-BB/ĐU', 'voidedMinutes', 'ghi trùng hội nghị']]);
    const next = await conferenceWith([concluded('Báo cáo')], 8, '2021-12-25');
    await app.call.conferences.close({ id: next.id });
    await app.call.journal.undo({ seq: removal?.seq ?? 0 });
    expect(await register()).toEqual([
      ['01-BB/ĐU', 'minutes', null],
      ['02-BB/ĐU', 'minutes', null],
    ]);
    expect(await app.call.conferences.get({ id })).toMatchObject({ id, minutesNumber: 1 });
  });

  test('keeps its term: the conference does not move to a day of another', async () => {
    const id = await openedAgain();
    const term = { ordinal: 13, startsOn: '2020-06-01', endsOn: '2025-06-30' };
    await app.call.organisation.saveTerm({ id: termId, ...term });
    await app.call.organisation.saveTerm({ ordinal: 14, startsOn: '2025-07-01', endsOn: null });
    const moved = conferenceInput({ startsAt: '2025-12-24T07:30', endsAt: '2025-12-24T11:00' });
    const wire = await refusal(app.call.conferences.save({ id, ...moved }));
    expect(wire).toMatchObject({ code: 'RULE', detail: { reason: 'numberedOfTerm', params: { number: 1 } } });
    expect(await register()).toEqual([['01-BB/ĐU', 'minutes', null]]);
  });

  test('stands in the register once, whatever is closed, removed, undone and done again', async () => {
    const given: number[] = [];
    const removals: number[] = [];
    let held = 0;
    const acts = {
      close: async () => {
        held += 1;
        const { id } = await conferenceWith([concluded('Báo cáo')], held);
        const { number } = await app.call.conferences.close({ id });
        expect(given).not.toContain(number);
        given.push(number ?? 0);
      },
      remove: async (pick: number) => {
        const numbered = (await app.call.conferences.list({})).filter((one) => one.minutesNumber !== null);
        const one = numbered[pick % numbered.length];
        if (!one) return;
        if (one.closedAt !== null) await app.call.conferences.reopen({ id: one.id, reason: 'sửa' });
        await app.call.conferences.remove({ id: one.id, reason: 'ghi trùng' });
        removals.push((await app.call.journal.recent({ limit: 1 }))[0]?.seq ?? 0);
      },
      undo: async (pick: number) => {
        const seq = removals[pick % removals.length];
        if (seq !== undefined) await app.call.journal.undo({ seq }).catch(() => null);
      },
      redo: async () => {
        await app.call.journal.redo({}).catch(() => null);
      },
    };
    const step = fc.tuple(fc.constantFrom<keyof typeof acts>('close', 'remove', 'undo', 'redo'), fc.nat(20));
    const steps = fc.array(step, { minLength: 20, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        for (const [act, pick] of all) {
          await acts[act](pick);
          const { rows } = await app.call.documents.register({ termId });
          expect(rows.map((row) => row.kind === 'entry' && row.number)).toEqual(given);
        }
      }),
      { numRuns: 3 },
    );
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });

  test('is held by the store itself, and so is its term', async () => {
    const id = await openedAgain();
    const { raw } = app.store();
    const attempt = (sql: string) => () => raw.exec(sql);
    raw.exec('BEGIN');
    expect(attempt(`DELETE FROM conference WHERE id = '${id}'`)).toThrow('conference: numbered');
    for (const change of ['minutes_number = NULL', 'minutes_number = 2', `minutes_issuer = 'cell'`])
      expect(attempt(`UPDATE conference SET ${change} WHERE id = '${id}'`)).toThrow('conference: numbered');
    expect(attempt(`UPDATE term SET ends_on = '2021-01-01'`)).toThrow('term: holds');
    raw.exec('ROLLBACK');
    await app.call.conferences.remove({ id, reason: 'ghi trùng' });
    raw.exec('BEGIN');
    expect(attempt('DELETE FROM voided_minutes')).toThrow('conference: numbered');
    expect(attempt('UPDATE voided_minutes SET number = 2')).toThrow('conference: numbered');
    raw.exec('ROLLBACK');
  });
});

describe('what is left open', () => {
  const left = (title: string, from: string | null = null) => ({
    ...blankItem(title),
    isCarriedOver: true,
    carryReason: 'chờ ý kiến cấp trên',
    carriedFromId: from,
  });

  test('comes back in the next conference with its age and reason, and again until it is settled', async () => {
    const first = await conferenceWith([left('Quy hoạch'), concluded('Báo cáo')], 1, '2021-03-01');
    expect(
      await app.call.conferences.openMatters({ kind: 'executive_committee', before: '2021-06-01' }),
    ).toEqual([
      {
        itemId: first.ids[0],
        title: 'Quy hoạch',
        presenter: '',
        reason: 'chờ ý kiến cấp trên',
        since: '2021-03-01T07:30',
        times: 1,
      },
    ]);

    const { id } = await app.call.conferences.create(
      conferenceInput({ ordinal: 2, startsAt: '2021-06-01T07:30' }),
    );
    const { agenda } = await app.call.conferences.get({ id });
    expect(agenda.map(({ title, carriedFromId }) => [title, carriedFromId])).toEqual([
      ['Quy hoạch', first.ids[0]],
    ]);
    const [item] = agenda;
    await app.call.conferences.saveAgenda({
      id,
      items: agenda.map((one) => ({ ...one, ...left(one.title, first.ids[0]) })),
    });
    expect(
      await app.call.conferences.openMatters({ kind: 'executive_committee', before: '2021-09-01' }),
    ).toMatchObject([{ itemId: item?.id, since: '2021-03-01T07:30', times: 2 }]);

    const third = await app.call.conferences.create(
      conferenceInput({ ordinal: 3, startsAt: '2021-09-01T07:30', endsAt: '2021-09-01T11:00' }),
    );
    const [again] = (await app.call.conferences.get({ id: third.id })).agenda;
    await app.call.conferences.saveAgenda({
      id: third.id,
      items: [{ ...concluded('Quy hoạch'), id: again?.id, carriedFromId: again?.carriedFromId ?? null }],
    });
    expect(
      await app.call.conferences.openMatters({ kind: 'executive_committee', before: '2022-01-01' }),
    ).toEqual([]);
  });

  test('stays with its own kind of conference, and does not come before its day', async () => {
    await conferenceWith([left('Quy hoạch')], 1, '2021-03-01');
    const matters = (kind: 'executive_committee' | 'standing_committee', before: string) =>
      app.call.conferences.openMatters({ kind, before });
    expect(await matters('standing_committee', '2021-06-01')).toEqual([]);
    expect(await matters('executive_committee', '2021-03-01')).toEqual([]);
  });
});

test('the standing committee meets without the ordinary members; a cell begins with the roll of its last meeting', async () => {
  await app.call.organisation.saveMember({
    termId,
    fullName: 'Đinh Văn Trường',
    validFrom: '2020-06-01',
    validTo: null,
    positions: [{ role: 'secretary', title: 'Bí thư', validFrom: '2020-06-01', validTo: null }],
  });
  const roll = async (kind: 'standing_committee' | 'cell', startsAt: string, ordinal: number) => {
    const { id } = await app.call.conferences.create(conferenceInput({ kind, startsAt, ordinal }));
    return { id, entries: (await app.call.conferences.get({ id })).attendance };
  };
  expect((await roll('standing_committee', '2021-05-01T07:30', 1)).entries).toHaveLength(1);
  const cell = await roll('cell', '2021-05-03T07:30', 1);
  expect(cell.entries).toEqual([]);
  const people = [
    { fullName: 'Đinh Văn Lập', title: 'Bí thư chi bộ' },
    { fullName: 'Đinh Thị Nga', title: '' },
  ];
  await app.call.conferences.addPeople({ id: cell.id, people });
  const twice = await refusal(
    app.call.conferences.addPeople({ id: cell.id, people: [{ fullName: 'đinh thị nga', title: '' }] }),
  );
  expect(twice.detail.reason).toBe('onRollTwice');
  const next = await roll('cell', '2021-06-03T07:30', 2);
  expect(next.entries.map(({ fullName, title }) => ({ fullName, title }))).toEqual(people);
});
