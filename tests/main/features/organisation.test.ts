import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { issuerLines } from '#shared/features/organisation/issuers.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import { addMember, conferenceInput, documentInput, setUpOffice } from '../../support/records.ts';
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

describe('the first start', () => {
  test('five answers give the names that the paper prints', async () => {
    await setUpOffice(app.call);
    const { names, terms } = await app.call.organisation.get({});
    expect(names).toMatchObject([
      {
        parentLine: 'ĐẢNG BỘ HUYỆN SƠN TÂY',
        issuingLine: 'ĐẢNG ỦY XÃ SƠN LIÊN',
        placeName: 'Sơn Liên',
        superiorLevel: 'huyện',
      },
    ]);
    expect(terms).toMatchObject([{ ordinal: 13, endsOn: null }]);
  });

  test('happens once', async () => {
    await setUpOffice(app.call);
    expect(await refusal(setUpOffice(app.call))).toMatchObject({
      code: 'RULE',
      detail: { reason: 'alreadySetUp' },
    });
  });
});

describe('names and terms with their dates', () => {
  test('a paper takes the name of its own date', async () => {
    await setUpOffice(app.call);
    const [old] = (await app.call.organisation.get({})).names;
    if (!old) throw new Error('no name');
    await app.call.organisation.saveName({ ...old, validTo: '2025-06-30' });
    await app.call.organisation.saveName({
      ...old,
      id: undefined,
      validFrom: '2025-07-01',
      parentLine: 'ĐẢNG BỘ TỈNH QUẢNG NGÃI',
    });
    const organisation = await app.call.organisation.get({});
    expect(nameOn(organisation, '2021-12-24')?.parentLine).toBe('ĐẢNG BỘ HUYỆN SƠN TÂY');
    expect(nameOn(organisation, '2025-06-30')?.parentLine).toBe('ĐẢNG BỘ HUYỆN SƠN TÂY');
    expect(nameOn(organisation, '2025-07-01')?.parentLine).toBe('ĐẢNG BỘ TỈNH QUẢNG NGÃI');
    expect(nameOn(organisation, '1999-01-01')?.parentLine).toBe('ĐẢNG BỘ HUYỆN SƠN TÂY');
  });

  test('two names or two terms never hold on one day', async () => {
    await setUpOffice(app.call);
    const [name] = (await app.call.organisation.get({})).names;
    if (!name) throw new Error('no name');
    const clash = await refusal(
      app.call.organisation.saveName({ ...name, id: undefined, validFrom: '2022-01-01' }),
    );
    expect(clash.detail.reason).toBe('namesOverlap');
    const terms = await refusal(
      app.call.organisation.saveTerm({ ordinal: 14, startsOn: '2025-07-01', endsOn: null }),
    );
    expect(terms.detail.reason).toBe('termsOverlap');
  });

  describe('a term does not leave what lies in it', () => {
    let termId: string;
    const saveTerm = (startsOn: string, endsOn: string | null) =>
      app.call.organisation.saveTerm({ id: termId, ordinal: 13, startsOn, endsOn });
    beforeEach(async () => {
      ({ termId } = await setUpOffice(app.call));
    });

    test('documents that have a number, also void: the next term would count their day from 1 again', async () => {
      const { id } = await app.call.documents.create(documentInput());
      await app.call.documents.issue({ id, date: '2021-12-24' });
      const later = await app.call.documents.create(documentInput());
      await app.call.documents.issue({ ...later, date: '2022-01-05' });
      await app.call.documents.void({ ...later, reason: 'nhầm' });
      await saveTerm('2020-06-01', '2022-01-05');
      expect(await refusal(saveTerm('2020-06-01', '2021-12-23'))).toMatchObject({
        code: 'RULE',
        detail: {
          reason: 'termHoldsDocuments',
          params: {
            count: 2,
            name: 'Nghị quyết 01-NQ/ĐU, ngày 24/12/2021',
            first: '24/12/2021',
            last: '05/01/2022',
          },
        },
      });
      const start = await refusal(saveTerm('2021-12-25', '2022-01-05'));
      expect(start.detail).toMatchObject({ reason: 'termHoldsDocuments', params: { count: 1 } });
    });

    test('conferences, and the numbers of minutes that were voided', async () => {
      const { id } = await app.call.conferences.create(conferenceInput({ endsAt: '2021-12-24T11:00' }));
      expect((await refusal(saveTerm('2020-06-01', '2021-12-23'))).detail).toEqual({
        reason: 'termHoldsConferences',
        params: { count: 1, name: '24/12/2021', first: '24/12/2021', last: '24/12/2021' },
      });
      await app.call.conferences.close({ id });
      await app.call.conferences.reopen({ id, reason: 'ghi trùng' });
      await app.call.conferences.remove({ id, reason: 'ghi trùng' });
      expect((await refusal(saveTerm('2020-06-01', '2021-12-23'))).detail).toMatchObject({
        reason: 'termHoldsVoidedMinutes',
        params: { count: 1 },
      });
      expect((await refusal(app.call.organisation.removeTerm({ id: termId }))).detail).toMatchObject({
        reason: 'termHasVoidedMinutes',
      });
      await saveTerm('2021-12-24', '2021-12-24');
    });

    test('members and their positions; who lay outside before keeps no term from being saved', async () => {
      const held = { role: 'member', title: 'Đảng ủy viên' } as const;
      const member = { termId, fullName: 'Đinh Văn An', validFrom: '2019-01-01', validTo: null };
      await app.call.organisation.saveMember({
        ...member,
        positions: [{ ...held, validFrom: '2022-03-01', validTo: '2023-03-01' }],
      });
      await saveTerm('2020-06-01', '2023-03-01');
      expect((await refusal(saveTerm('2020-06-01', '2022-12-31'))).detail).toEqual({
        reason: 'termHoldsMembers',
        params: { count: 1, name: 'Đinh Văn An', first: '01/03/2023', last: '01/03/2023' },
      });
    });

    test('whichever way: undoing an older change of its days is refused too', async () => {
      await saveTerm('2020-06-01', '2021-12-23');
      await saveTerm('2020-06-01', '2021-12-31');
      const [longer] = await app.call.journal.recent({ limit: 1 });
      const { id } = await app.call.documents.create(documentInput());
      await app.call.documents.issue({ id, date: '2021-12-24' });
      const wire = await refusal(app.call.journal.undo({ seq: longer?.seq ?? 0 }));
      expect(wire).toMatchObject({ code: 'RULE', detail: { reason: 'termHolds' } });
    });
  });

  test('another issuer prints its own lines where the office wrote some; what was issued keeps its names', async () => {
    await setUpOffice(app.call);
    const create = async () =>
      (await app.call.documents.create(documentInput({ issuer: 'office', type: 'BC' }))).id;
    const head = async (id: string) => {
      const { pages } = await app.call.print.preview({ source: { kind: 'document', id } });
      return { code: (await app.call.documents.get({ id })).code, pages };
    };
    const [issued, draft] = [await create(), await create()];
    await app.call.documents.issue({ id: issued, date: '2021-12-24' });
    const before = { issued: await head(issued), draft: await head(draft) };
    expect(before.draft.code).toBe('-BC/VPĐU');

    const [name] = (await app.call.organisation.get({})).names;
    if (!name) throw new Error('no name');
    await app.call.organisation.saveName({
      ...name,
      issuers: { office: { symbol: 'VPX', issuingLine: 'VĂN PHÒNG\nĐẢNG ỦY XÃ', signerTitle: '' } },
    });
    const [own] = (await app.call.organisation.get({})).names;
    expect(own && issuerLines(own, 'office')).toEqual({
      parentLine: 'ĐẢNG ỦY XÃ SƠN LIÊN',
      issuingLine: 'VĂN PHÒNG\nĐẢNG ỦY XÃ',
      symbol: 'VPX',
      authority: '',
      signerTitle: '',
    });
    expect((await head(draft)).code).toBe('-BC/VPX');
    expect((await head(draft)).pages).not.toEqual(before.draft.pages);
    expect(await head(issued)).toEqual(before.issued);
  });

  test('nothing ends before it begins, and the field says so', async () => {
    const { termId } = await setUpOffice(app.call);
    const { names, terms } = await app.call.organisation.get({});
    if (!names[0] || !terms[0]) throw new Error('not set up');
    const early = { validFrom: '2021-01-01', validTo: '2020-12-31' };
    const position = {
      role: 'member' as const,
      title: 'Đảng ủy viên',
      validFrom: '2021-01-01',
      validTo: null,
    };
    const person = { termId, fullName: 'Đinh Văn Trường', validFrom: '2021-01-01', validTo: null };
    const calls = [
      app.call.organisation.saveName({ ...names[0], ...early }),
      app.call.organisation.saveTerm({ ...terms[0], endsOn: '2020-05-31' }),
      app.call.organisation.saveMember({ ...person, ...early, positions: [position] }),
      app.call.organisation.saveMember({ ...person, positions: [{ ...position, ...early }] }),
    ];
    const issues = [];
    for (const call of calls) issues.push((await refusal(call)).detail.issues);
    expect(issues).toEqual(
      ['validTo', 'endsOn', 'validTo', 'positions.0.validTo'].map((path) => [
        { path, message: 'validation.endBeforeStart' },
      ]),
    );
    await app.call.organisation.saveName({ ...names[0], validTo: names[0].validFrom });
  });

  test('the last name stays', async () => {
    await setUpOffice(app.call);
    const [name] = (await app.call.organisation.get({})).names;
    expect(await refusal(app.call.organisation.removeName({ id: name?.id ?? '' }))).toMatchObject({
      code: 'CONFLICT',
      detail: { reason: 'lastName' },
    });
  });
});

describe('members', () => {
  test('stay in the order of the paper list, and are found without marks', async () => {
    const { termId } = await setUpOffice(app.call);
    const names = ['Đinh Văn Trường', 'Phạm Thị Hồng Ân', 'Đinh Thị Tuyết'];
    const ids = [];
    for (const name of names) ids.push(await addMember(app.call, termId, name));
    const listed = async () =>
      (await app.call.organisation.listMembers({ termId })).map((member) => member.fullName);
    expect(await listed()).toEqual(names);
    await app.call.organisation.orderMembers({ termId, ids: ids.toReversed() });
    expect(await listed()).toEqual(names.toReversed());
    expect(
      (await app.call.organisation.listMembers({ search: 'DINH THI' })).map((member) => member.fullName),
    ).toEqual(['Đinh Thị Tuyết']);
  });

  test('are members on the days they are', async () => {
    const { termId } = await setUpOffice(app.call);
    await addMember(app.call, termId, 'Đến sau', '2023-01-01');
    expect(await app.call.organisation.listMembers({ on: '2021-12-24' })).toEqual([]);
    expect(await app.call.organisation.listMembers({ on: '2023-01-01' })).toHaveLength(1);
  });

  test('who sat in a conference cannot be removed', async () => {
    const { termId } = await setUpOffice(app.call);
    const id = await addMember(app.call, termId, 'Đinh Văn Trường');
    await app.call.conferences.create(conferenceInput());
    expect(await refusal(app.call.organisation.removeMember({ id }))).toMatchObject({
      code: 'CONFLICT',
      detail: { reason: 'memberSat', params: { count: 1 } },
    });
  });

  test('a term says what belongs to it instead of going', async () => {
    const { termId } = await setUpOffice(app.call);
    const removed = async () => (await refusal(app.call.organisation.removeTerm({ id: termId }))).detail;
    await addMember(app.call, termId, 'Đinh Văn Trường');
    expect(await removed()).toEqual({ reason: 'termHasMembers', params: { count: 1 } });
    const { id } = await app.call.documents.create(documentInput());
    await app.call.documents.issue({ id, date: '2021-12-24' });
    expect(await removed()).toEqual({ reason: 'termHasDocuments', params: { count: 1 } });
    await app.call.conferences.create(conferenceInput());
    expect(await removed()).toEqual({ reason: 'termHasConferences', params: { count: 1 } });
  });
});
