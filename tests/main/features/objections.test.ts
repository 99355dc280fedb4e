import { afterAll, beforeEach, expect, test } from 'vitest';
import { blankItem } from '#shared/features/conferences/blank.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { conferenceInput, documentInput, setUpOffice } from '../../support/records.ts';
import { copiesOf, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
const openOffice = copiesOf(async ({ call }) => {
  await setUpOffice(call);
});
beforeEach(async () => {
  await app?.close();
  app = await openOffice();
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

/** The office's today. */
const today = '2021-12-24';
const text = 'Giao Văn phòng Đảng ủy theo dõi việc thực hiện Nghị quyết này.';

async function draft(changes = {}) {
  const body = bodyFromLines([text]);
  const { id } = await app.call.documents.create(documentInput({ body, ...changes }));
  return id;
}

async function against(act: Parameters<TestApp['call']['app']['objections']>[0]) {
  const found = await app.call.app.objections(act);
  return found.filter(({ id }) => id !== 'checkDoubts' && id !== 'checkFaults');
}

const onOffice = (documentId: string) => ({
  ...{ documentId, version: null, field: 'body' as const, place: { index: 0, part: 0, from: 5, to: 22 } },
  ...{ quote: 'Văn phòng Đảng ủy', kind: 'remark' as const, text: 'Giao Ủy ban Kiểm tra.', proposed: null },
});

test('nothing to say of a document that is ready', async () => {
  const documentId = await draft();
  for (const act of ['submit', 'approve'] as const) expect(await against({ act, documentId })).toEqual([]);
  expect(await against({ act: 'issue', documentId, date: today })).toEqual([]);
});

test('a document without a word of its own', async () => {
  const { id } = await app.call.documents.create(documentInput({ body: bodyFromLines(['']) }));
  const told = await app.call.app.objections({ act: 'issue', documentId: id, date: '2021-12-24' });
  expect(told).toContainEqual({ id: 'noText', params: {}, place: null });
});

test('opinions that nobody has settled are told before it is submitted, approved and issued', async () => {
  const documentId = await draft();
  const { id } = await app.call.reviews.give(onOffice(documentId));
  await app.call.reviews.give(onOffice(documentId));
  const told = (count: number) => [{ id: 'opinionsOpen', params: { count }, place: { kind: 'opinions' } }];
  expect(await against({ act: 'submit', documentId })).toEqual(told(2));
  await app.call.reviews.settle({ id, outcome: 'accepted', reason: '' });
  expect(await against({ act: 'approve', documentId })).toEqual(told(1));
  expect(await against({ act: 'issue', documentId, date: today })).toEqual(told(1));
});

test('sheets that are out, and those that say no', async () => {
  const documentId = await draft();
  const people = ['Đinh Văn An', 'Đinh Thị Bé', 'Lê Bé'].map((name) => ({ name, title: '' }));
  await app.call.approvals.handOutSheets({ documentId, people, dueOn: null });
  const [first] = await app.call.approvals.sheets({ documentId });
  await app.call.approvals.enterSheet({
    ...{ id: first?.id ?? '', answer: 'disagree', remark: '', returnedOn: today },
  });
  const place = { kind: 'sheets' };
  expect(await against({ act: 'issue', documentId, date: today })).toEqual([
    { id: 'sheetsOut', params: { count: 2, sent: 3 }, place },
    { id: 'sheetsAgainst', params: { count: 1, back: 1 }, place },
  ]);
});

test('a day of issue that is far from today, before the conference, or in no term', async () => {
  const { id: conferenceId } = await app.call.conferences.create(conferenceInput());
  const documentId = await draft({ conferenceId });
  const on = async (date: string) =>
    (await against({ act: 'issue', documentId, date })).map(({ id, place }) => [id, place]);
  expect(await on(today)).toEqual([]);
  expect(await on('2031-12-24')).toEqual([['dayAhead', null]]);
  expect(await on('2021-12-20')).toEqual([['beforeConference', { kind: 'conference', id: conferenceId }]]);
  expect(await on('2019-01-02')).toEqual([
    ['dayLongAgo', null],
    ['outsideTerm', { kind: 'settings' }],
    ['beforeConference', { kind: 'conference', id: conferenceId }],
  ]);
});

test('what the checks of the text found, faults apart from doubts', async () => {
  const documentId = await draft({ bases: [], body: bodyFromLines(['Họp ngày 31/9/2021 ,  xong']) });
  const found = await app.call.app.objections({ act: 'approve', documentId });
  const findings = await app.call.documents.check({ id: documentId });
  const count = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  expect(count('fault')).toBeGreaterThan(0);
  expect(found).toEqual([
    { id: 'checkFaults', params: { count: count('fault') }, place: { kind: 'checks' } },
    { id: 'checkDoubts', params: { count: count('doubt') }, place: { kind: 'checks' } },
  ]);
});

test('a number that is taken away takes its effect with it', async () => {
  const first = await draft();
  const { code: firstCode } = await app.call.documents.issue({ id: first, date: today });
  const relations = [{ kind: 'amends' as const, part: '', documentId: first }];
  const second = await draft({ relations });
  expect(await against({ act: 'void', documentId: first })).toEqual([]);
  const { code } = await app.call.documents.issue({ id: second, date: today });
  expect(code).not.toBe(firstCode);
  expect(await against({ act: 'void', documentId: first })).toEqual([
    { id: 'changedBy', params: { codes: code }, place: { kind: 'document', id: second } },
  ]);
  expect(await against({ act: 'void', documentId: second })).toEqual([
    { id: 'changesOthers', params: { count: 1 }, place: null },
  ]);
});

test('minutes of days to come, and a resolution that is older than its conference', async () => {
  const input = conferenceInput({ startsAt: '2021-12-24T07:30', endsAt: '2021-12-24T11:00' });
  const { id } = await app.call.conferences.create(input);
  await app.call.conferences.saveAgenda({ id, items: [blankItem('Báo cáo')] });
  expect(await against({ act: 'close', conferenceId: id })).toEqual([]);

  const documentId = await draft({ conferenceId: id });
  const { code } = await app.call.documents.issue({ id: documentId, date: '2021-12-20' });
  expect(await against({ act: 'close', conferenceId: id })).toEqual([
    {
      id: 'issuedBefore',
      params: { code, date: '20/12/2021', conference: '24/12/2021' },
      place: { kind: 'document', id: documentId },
    },
  ]);

  const ahead = { startsAt: '2031-12-24T07:30', endsAt: '2031-12-24T11:00' };
  const { id: later } = await app.call.conferences.create(conferenceInput({ ...ahead, ordinal: 8 }));
  expect(await against({ act: 'close', conferenceId: later })).toMatchObject([
    { id: 'meetingAhead', params: { date: '24/12/2031' }, place: { kind: 'conference', id: later } },
  ]);
});

test('minutes that are opened again do not change what was issued on them', async () => {
  const { id: conferenceId } = await app.call.conferences.create(conferenceInput());
  const documentId = await draft({ conferenceId });
  expect(await against({ act: 'reopen', conferenceId })).toEqual([]);
  const { code } = await app.call.documents.issue({ id: documentId, date: today });
  expect(await against({ act: 'reopen', conferenceId })).toEqual([
    { id: 'issuedFromIt', params: { code }, place: { kind: 'document', id: documentId } },
  ]);
});
