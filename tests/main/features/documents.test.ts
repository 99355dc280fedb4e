import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { emptyBody } from '#shared/text-model/body.ts';
import {
  addMember,
  conferenceInput,
  documentInput,
  indicatorInput,
  setUpOffice,
} from '../../support/records.ts';
import {
  createTestApp,
  refusal,
  removeTempFolders,
  type TestApp,
  tempFolder,
} from '../../support/test-app.ts';

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
      lastDate: null,
      per: 'term',
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

  test('keeps its pages as bytes: what comes out is what was issued, whatever the layout says later', async () => {
    const id = await create();
    await issue(id);
    const { pdf } = await app.call.documents.get({ id });
    const out = async () => {
      app.host.pdfTarget = join(tempFolder(), 'ra.pdf');
      await app.call.print.exportPdf({ source: { kind: 'document', id } });
      return readFileSync(app.host.pdfTarget);
    };
    const first = await out();
    expect(createHash('sha256').update(first).digest('hex')).toBe(pdf?.sha256);
    expect(pdf).toMatchObject({ size: first.length, pages: 1 });
    const [name] = (await app.call.organisation.get({})).names;
    if (!name) throw new Error('no name');
    await app.call.organisation.saveName({ ...name, issuingLine: 'ĐẢNG ỦY XÃ KHÁC' });
    expect(await out()).toEqual(first);
  });

  test('cannot be reached by undoing what was done before', async () => {
    const id = await create();
    await app.call.documents.save({ ...documentInput({ subject: 'về việc khác' }), id });
    const saved = (await app.call.journal.recent({})).find(({ command }) => command === 'documents.save');
    await issue(id);
    const error = await refusal(app.call.journal.undo({ seq: saved?.seq }));
    expect(error.code).toBe('CONFLICT');
    expect((await app.call.documents.get({ id })).subject).toBe('về việc khác');
  });

  test('gets no number when its pages cannot be set', async () => {
    const id = await create();
    const broken = app.program.services.typesetter.pdf;
    app.program.services.typesetter.pdf = () =>
      Promise.reject(new AppError('TYPESET_FAILED', { reason: 'crashed' }));
    expect((await refusal(issue(id))).code).toBe('TYPESET_FAILED');
    app.program.services.typesetter.pdf = broken;
    expect((await app.call.documents.get({ id })).status).toBe('draft');
    expect((await issue(id)).number).toBe(1);
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

describe('counters', () => {
  test('of the committee and its standing committee are one, of the office another', async () => {
    expect((await issue(await create({ type: 'TB' }))).code).toBe('01-TB/ĐU');
    expect((await issue(await create({ type: 'TB', issuer: 'standing' }))).code).toBe('02-TB/ĐU');
    expect((await issue(await create({ type: 'TB', issuer: 'office' }))).code).toBe('01-TB/VPĐU');
  });

  test('of a congress number all types in one series', async () => {
    expect((await issue(await create({ issuer: 'congress' }))).code).toBe('01-NQ/ĐH');
    expect((await issue(await create({ issuer: 'congress', type: 'BC' }))).code).toBe('02-BC/ĐH');
  });

  test('tell a decision from a regulation, though both print QĐ', async () => {
    expect((await issue(await create({ type: 'QĐ' }))).code).toBe('01-QĐ/ĐU');
    expect((await issue(await create({ type: 'QyĐ' }))).code).toBe('01-QĐ/ĐU');
  });

  test('of the state begin again each year', async () => {
    const ofYear = async (date: string) =>
      app.call.documents.issue({ id: await create({ issuer: 'council', date }), date });
    expect((await ofYear('2021-11-01')).code).toBe('01/NQ-HĐND');
    expect((await ofYear('2021-12-24')).code).toBe('02/NQ-HĐND');
    expect((await ofYear('2022-01-04')).code).toBe('01/NQ-HĐND');
  });

  test('of minutes are shared by conferences and documents', async () => {
    const { id } = await app.call.conferences.create(conferenceInput({ endsAt: '2021-12-24T11:00' }));
    expect((await issue(await create({ type: 'BB' }))).code).toBe('01-BB/ĐU');
    expect((await app.call.conferences.close({ id })).number).toBe(2);
    expect((await issue(await create({ type: 'BB' }))).number).toBe(3);
    expect((await refusal(issue(await create({ type: 'BB' }), 2))).detail.reason).toBe('numberTaken');
  });

  test('know the documents of the paper register, which can be taken out again', async () => {
    const entry = {
      issuer: 'committee' as const,
      type: 'NQ' as const,
      date: '2021-06-30',
      number: 4,
      subject: 'về công tác dân vận',
      recipients: [],
      signerName: 'Đinh Văn Trường',
    };
    const paper = await app.call.documents.enterFromPaper(entry);
    expect(paper.code).toBe('04-NQ/ĐU');
    expect((await refusal(app.call.documents.enterFromPaper(entry))).detail.reason).toBe('numberTaken');
    expect((await issue(await create())).number).toBe(5);
    const pages = app.call.print.preview({ source: { kind: 'document', id: paper.id } });
    expect((await refusal(pages)).detail.reason).toBe('onPaperOnly');
    await app.call.documents.removeFromPaper({ id: paper.id });
    await app.call.journal.undo({});
    expect(await app.call.documents.get({ id: paper.id })).toMatchObject({ isFromPaper: true, number: 4 });
  });
});
