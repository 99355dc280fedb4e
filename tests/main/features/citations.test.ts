import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { blankItem } from '#shared/features/conferences/blank.ts';
import type { Drift } from '#shared/features/documents/schema.ts';
import type { Block, Body } from '#shared/text-model/body.ts';
import { placeId } from '#shared/text-model/clauses.ts';
import { figuresOf } from '#shared/text-model/live-tables.ts';
import {
  addMember,
  conferenceInput,
  documentInput,
  indicatorInput,
  setUpOffice,
  voteInput,
} from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let termId: string;
beforeEach(async () => {
  await app?.close();
  app = await createTestApp();
  ({ termId } = await setUpOffice(app.call));
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const first = placeId(901);
const second = placeId(902);
const heading = (text: string, id?: string): Block => ({
  type: 'heading',
  attrs: id ? { level: 1, id } : { level: 1 },
  content: [{ type: 'text', text }],
});
const citing = (documentId: string | null, clauseId: string, label = 'như đã ghi'): Block => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: 'Theo ' },
    { type: 'clauseRef', attrs: { documentId, clauseId, label } },
  ],
});
const body = (...content: Block[]): Body => ({ type: 'doc', content });
const create = async (content: Body, changes = {}) =>
  (await app.call.documents.create(documentInput({ body: content, ...changes }))).id;
const issue = (id: string, date = '2021-12-24') => app.call.documents.issue({ id, date });

/** The words that the pages carry, joined: each glyph run of a page is a text of its own. */
async function onPaper(id: string): Promise<string> {
  const { body: text } = await app.call.documents.get({ id });
  return JSON.stringify(text);
}

describe('a citation', () => {
  test('of this document follows its clause on the paper, and is written down at issue', async () => {
    const id = await create(body(heading('Một', first), heading('Hai', second), citing(null, second)));
    const { pages } = await app.call.print.preview({ source: { kind: 'document', id } });
    const document = await app.call.documents.get({ id });
    const { id: _, status, number, code, termId: __, pdf, isFromPaper, voidReason, ...fields } = document;
    expect([status, number, code, pdf, isFromPaper, voidReason]).toEqual([
      'draft',
      null,
      '-NQ/ĐU',
      null,
      false,
      null,
    ]);
    const moved = body(heading('Hai', second), heading('Một', first), citing(null, second));
    const after = await app.call.print.preview({
      source: { kind: 'document', id, edits: { ...fields, body: moved } },
    });
    expect(after.pages).not.toEqual(pages);
    await app.call.documents.save({ id, ...fields, body: moved });
    await issue(id);
    expect(await onPaper(id)).toContain('"label":"mục I"');
  });

  test('of another document names it, follows its number, and keeps what it said when it is gone', async () => {
    const cited = await create(body(heading('Một', first), heading('Hai', second)));
    const asked = { clauses: [{ documentId: cited, clauseId: second }], live: [], tables: [] };
    const now = async () => (await app.call.documents.references(asked)).clauses[0];
    expect(await now()).toMatchObject({
      label: 'mục II Nghị quyết về phương hướng, nhiệm vụ năm 2022',
      fault: null,
    });
    await issue(cited);
    expect(await now()).toMatchObject({ label: 'mục II Nghị quyết số 01-NQ/ĐU, ngày 24/12/2021' });
    await app.call.documents.void({ id: cited, reason: 'nhầm' });
    expect(await now()).toMatchObject({ label: /01-NQ/u, fault: 'voided' } as never);
    const other = await create(body(heading('Một', first)));
    const gone = { clauses: [{ documentId: other, clauseId: second }], live: [], tables: [] };
    expect((await app.call.documents.references(gone)).clauses).toMatchObject([
      { label: null, fault: 'clauseGone' },
    ]);
    await app.call.documents.remove({ id: other });
    expect((await app.call.documents.references(gone)).clauses).toMatchObject([
      { label: null, fault: 'documentGone' },
    ]);
    const id = await create(body(citing(other, second)));
    await issue(id);
    expect(await onPaper(id)).toContain('như đã ghi');
  });

  test('gives a clause of a draft its id once; one of an issued text goes by its place', async () => {
    const id = await create(body(heading('Một'), heading('Hai')));
    const { clauses } = await app.call.documents.clauses({ id });
    expect(clauses.map((one) => [one.number, one.label, one.id])).toEqual([
      ['I- ', 'mục I', null],
      ['II- ', 'mục II', null],
    ]);
    const { clauseId } = await app.call.documents.nameClause({ id, at: 1, title: 'Hai' });
    expect(await app.call.documents.nameClause({ id, at: 1, title: 'Hai' })).toEqual({ clauseId });
    expect((await refusal(app.call.documents.nameClause({ id, at: 1, title: 'Một' }))).code).toBe('CONFLICT');
    await issue(id);
    const issued = await app.call.documents.clauses({ id });
    expect(issued.name).toBe('Nghị quyết số 01-NQ/ĐU, ngày 24/12/2021');
    expect(issued.clauses.map((one) => one.id)).toEqual([placeId(0), clauseId]);
    expect((await refusal(app.call.documents.nameClause({ id, at: 0, title: 'Một' }))).detail.reason).toBe(
      'issuedIsFrozen',
    );
    const asked = { clauses: [{ documentId: id, clauseId: placeId(0) }], live: [], tables: [] };
    expect((await app.call.documents.references(asked)).clauses[0]?.label).toMatch(/^mục I Nghị quyết/u);
  });

  test('in the minutes names the document, and is frozen when the conference is closed', async () => {
    const cited = await create(body(heading('Một', first)));
    const { id } = await app.call.conferences.create(conferenceInput({ endsAt: '2021-12-24T11:00' }));
    await app.call.conferences.saveAgenda({
      id,
      items: [
        { ...blankItem('Thảo luận'), conclusion: body(citing(cited, first)), discussion: body(heading('x')) },
      ],
    });
    const pages = async () => (await app.call.print.preview({ source: { kind: 'minutes', id } })).pages;
    const draft = await pages();
    await issue(cited);
    const numbered = await pages();
    expect(numbered).not.toEqual(draft);
    await app.call.conferences.close({ id });
    const closed = await pages();
    await app.call.documents.void({ id: cited, reason: 'nhầm' });
    expect(await pages()).toEqual(closed);
  });
});

describe('what follows the records', () => {
  async function meeting() {
    await addMember(app.call, termId, 'Đinh Văn Một');
    await addMember(app.call, termId, 'Đinh Văn Hai');
    const { id } = await app.call.conferences.create(conferenceInput());
    const {
      ids: [itemId],
    } = await app.call.conferences.saveAgenda({ id, items: [blankItem('Thông qua')] });
    if (!itemId) throw new Error('no item');
    const vote = voteInput({ itemId, inFavour: 2 });
    const saved = await app.call.conferences.saveVote({ id, vote });
    return { id, vote, voteId: saved.id };
  }

  const live = (source: 'vote' | 'attendance', refId: string): Block => ({
    type: 'paragraph',
    content: [{ type: 'liveText', attrs: { source, refId, seen: '' } }],
  });

  test('reads as the records do until issue; afterwards the difference stands beside, never in the text', async () => {
    const { id: conferenceId, vote, voteId } = await meeting();
    const { id: indicatorId } = await app.call.indicators.create(indicatorInput());
    const table: Block = {
      type: 'indicatorTable',
      attrs: { period: '2021', indicatorIds: [indicatorId], caption: 'Chỉ tiêu' },
    };
    const id = await create(body(live('vote', voteId), live('attendance', conferenceId), table));
    const asked = {
      clauses: [],
      live: [
        { source: 'vote' as const, refId: voteId },
        { source: 'attendance' as const, refId: conferenceId },
        { source: 'vote' as const, refId: conferenceId },
      ],
      tables: [{ period: '2021', indicatorIds: [indicatorId] }],
    };
    const before = await app.call.documents.references(asked);
    expect(before.live.map(({ words }) => words)).toEqual([
      '02/02 đồng chí có mặt (đạt 100% tổng số ủy viên) tán thành',
      'Có mặt: 02 đồng chí; vắng: 0.',
      null,
    ]);
    expect(before.tables[0]?.figures).toBe('[["150","160"]]');
    expect(await app.call.documents.drift({ id })).toEqual([]);

    await issue(id);
    const pages = () => app.call.print.preview({ source: { kind: 'document', id } });
    const issued = await pages();
    const { pdf } = await app.call.documents.get({ id });
    const names: Drift['kind'][] = ['parentName', 'issuerName', 'placeName'];
    const moved = async () =>
      (await app.call.documents.drift({ id })).filter(({ kind }) => !names.includes(kind));
    expect(await moved()).toEqual([]);

    await app.call.conferences.saveVote({
      id: conferenceId,
      itself: voteId,
      vote: { ...vote, inFavour: 1, against: 1 },
    });
    const [entry] = (await app.call.conferences.get({ id: conferenceId })).attendance;
    if (!entry) throw new Error('nobody on the roll');
    await app.call.conferences.setAttendance({ id: conferenceId, entry: { ...entry, state: 'excused' } });
    await app.call.indicators.save({ ...indicatorInput({ actual: '165' }), id: indicatorId });
    const [name] = (await app.call.organisation.get({})).names;
    if (!name) throw new Error('no name');
    await app.call.organisation.saveName({ ...name, issuingLine: 'ĐẢNG ỦY XÃ KHÁC' });

    expect(await app.call.documents.drift({ id })).toEqual([
      { kind: 'issuerName', what: '', before: 'ĐẢNG ỦY XÃ SƠN LIÊN', now: 'ĐẢNG ỦY XÃ KHÁC' },
      {
        kind: 'vote',
        what: 'Thông qua Nghị quyết',
        before: '02/02 đồng chí có mặt (đạt 100% tổng số ủy viên) tán thành',
        now: '01/02 đồng chí có mặt (đạt 50% tổng số ủy viên) tán thành; 01 đồng chí không tán thành',
      },
      {
        kind: 'attendance',
        what: '',
        before: 'Có mặt: 02 đồng chí; vắng: 0.',
        now: 'Có mặt: 01 đồng chí; vắng: 01 đồng chí, có lý do: 01.',
      },
      { kind: 'actual', what: 'Diện tích cây mì', before: '160', now: '165' },
    ]);
    expect(await pages()).toEqual(issued);
    expect((await app.call.documents.get({ id })).pdf).toEqual(pdf);
    await app.call.conferences.removeVote({ id: conferenceId, itself: voteId });
    expect(await moved()).toContainEqual(expect.objectContaining({ kind: 'vote', now: null }));
  });

  test('figures are read in the order of the table; what is no list has not moved', () => {
    const rows = [
      { id: first, plan: '1', actual: null },
      { id: second, plan: '2', actual: '3' },
    ];
    expect(figuresOf([second, first, placeId(1)], rows)).toBe('[["2","3"],["1",null],null]');
  });
});
