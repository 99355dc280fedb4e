import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyBody } from '#shared/features/documents/body.ts';
import {
  addMember,
  conferenceInput,
  documentInput,
  indicatorInput,
  setUpOffice,
} from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  await app?.close();
  app = await createTestApp();
  await setUpOffice(app.call);
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const create = async (changes = {}) => (await app.call.documents.create(documentInput(changes))).id;
const issue = (id: string, number?: number) => app.call.documents.issue({ id, date: '2021-12-24', number });

describe('numbers', () => {
  test('are given at issue, from 01 per type and term, without holes', async () => {
    const first = await create();
    expect((await app.call.documents.get({ id: first })).code).toBe('-NQ/ĐU');
    expect(await app.call.documents.nextNumber({ id: first, date: '2021-12-24' })).toEqual({
      number: 1,
      code: '01-NQ/ĐU',
      termOrdinal: 13,
    });
    expect(await issue(first)).toEqual({ number: 1, code: '01-NQ/ĐU' });
    expect((await issue(await create())).number).toBe(2);
    expect((await issue(await create({ type: 'KL' }))).code).toBe('01-KL/ĐU');
  });

  test('start again with a new term', async () => {
    await issue(await create());
    const [term] = (await app.call.organisation.get({})).terms;
    if (!term) throw new Error('no term');
    await app.call.organisation.saveTerm({ ...term, endsOn: '2025-06-30' });
    await app.call.organisation.saveTerm({ ordinal: 1, startsOn: '2025-07-01', endsOn: null });
    const issued = await app.call.documents.issue({ id: await create(), date: '2026-01-05' });
    expect(issued.number).toBe(1);
  });

  test('of the paper era go in by hand; a number is never given twice, not even a voided one', async () => {
    const first = await create();
    await issue(first, 12);
    expect(await refusal(issue(await create(), 12))).toMatchObject({
      code: 'RULE',
      detail: { reason: 'numberTaken', params: { number: 12 } },
    });
    await app.call.documents.void({ id: first, reason: 'nhầm trích yếu' });
    expect(await refusal(issue(await create(), 12))).toMatchObject({ detail: { reason: 'numberTaken' } });
    expect((await issue(await create())).number).toBe(13);
    expect(await app.call.documents.get({ id: first })).toMatchObject({
      status: 'voided',
      code: '12-NQ/ĐU',
      voidReason: 'nhầm trích yếu',
    });
  });

  test('issued at the same time are still all different', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => create()));
    const issued = await Promise.all(ids.map((id) => issue(id)));
    expect(issued.map((one) => one.number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('an issued document', () => {
  test('is neither edited, removed, issued again nor undone', async () => {
    const id = await create();
    await issue(id);
    expect((await refusal(app.call.documents.save({ ...documentInput(), id }))).detail.reason).toBe(
      'issuedIsFrozen',
    );
    expect((await refusal(app.call.documents.remove({ id }))).detail.reason).toBe('issuedIsFrozen');
    expect((await refusal(issue(id))).detail.reason).toBe('notADraft');
    expect((await refusal(app.call.journal.undo({}))).code).toBe('FINAL');
  });

  test('prints what it printed, whatever names and figures become later', async () => {
    const { id: indicatorId } = await app.call.indicators.create(indicatorInput());
    const id = await create({
      body: {
        type: 'doc',
        content: [
          {
            type: 'indicatorTable',
            attrs: { period: '2021', indicatorIds: [indicatorId], caption: 'Chỉ tiêu' },
          },
        ],
      },
    });
    await issue(id);
    const pages = () => app.call.print.preview({ source: { kind: 'document', id } });
    const before = await pages();
    await app.call.indicators.save({ ...indicatorInput({ actual: '1' }), id: indicatorId });
    const [name] = (await app.call.organisation.get({})).names;
    if (!name) throw new Error('no name');
    await app.call.organisation.saveName({ ...name, issuingLine: 'ĐẢNG ỦY XÃ KHÁC' });
    expect(await pages()).toEqual(before);
  });

  test('needs a text, and a term on its day', async () => {
    expect((await refusal(issue(await create({ body: emptyBody })))).detail.reason).toBe('emptyBody');
    const early = await refusal(app.call.documents.issue({ id: await create(), date: '2001-01-01' }));
    expect(early.detail.reason).toBe('noTermOnDate');
  });

  test('only an issued one is voided', async () => {
    expect((await refusal(app.call.documents.void({ id: await create(), reason: 'x' }))).detail.reason).toBe(
      'notIssued',
    );
  });
});

test('a new resolution of a conference starts with what the office puts in', async () => {
  const [term] = (await app.call.organisation.get({})).terms;
  await app.call.organisation.saveMember({
    termId: term?.id ?? '',
    fullName: 'Đinh Văn Trường',
    validFrom: '2020-06-01',
    validTo: null,
    positions: [{ role: 'secretary', title: 'Bí thư Đảng ủy', validFrom: '2020-06-01', validTo: null }],
  });
  await addMember(app.call, term?.id ?? '', 'Người khác');
  const { id } = await app.call.conferences.create(conferenceInput());
  const template = await app.call.documents.template({ type: 'NQ', conferenceId: id, date: null });
  expect(template).toMatchObject({
    date: '2021-12-24',
    bases: ['Căn cứ Điều lệ Đảng', 'Căn cứ kết quả Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII'],
    openingLine: 'BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT NGHỊ:',
    authority: 'T/M ĐẢNG ỦY',
    signerTitle: 'BÍ THƯ',
    signerName: 'Đinh Văn Trường',
  });
  expect(template.recipients).toContain('Ban Thường vụ Huyện ủy (để báo cáo)');
});

test('the preview shows what is typed before it is saved', async () => {
  const id = await create();
  const saved = await app.call.print.preview({ source: { kind: 'document', id } });
  const typed = await app.call.print.preview({
    source: { kind: 'document', id, edits: documentInput({ subject: 'về việc khác hẳn' }) },
  });
  expect(saved.pages).toHaveLength(1);
  expect(typed.pages[0]?.svg).not.toBe(saved.pages[0]?.svg);
});
