import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await setUpOffice(app.call);
});
afterAll(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

const lines = [
  'Giao Văn phòng Đảng ủy theo dõi việc thực hiện Nghị quyết này.',
  'Các chi bộ trực thuộc báo cáo kết quả trước ngày 20 tháng 12 hằng năm.',
];
const input = (texts: readonly string[], changes = {}) =>
  documentInput({ body: bodyFromLines([...texts]), ...changes });

async function draft(changes = {}) {
  const { id } = await app.call.documents.create(input(lines, changes));
  return id;
}

const onWords = (documentId: string, changes = {}) => ({
  documentId,
  version: null,
  field: 'body' as const,
  place: { index: 0, part: 0, from: 5, to: 22 },
  quote: 'Văn phòng Đảng ủy',
  kind: 'remark' as const,
  text: 'Nên giao Ủy ban Kiểm tra.',
  proposed: null,
  ...changes,
});

async function onlyOpinion(documentId: string) {
  const { opinions } = await app.call.reviews.list({ documentId });
  const [opinion] = opinions;
  if (!opinion) throw new Error('no opinion');
  return opinion;
}

test('an opinion stands on its words while the text goes on, and the text has nothing of it', async () => {
  const id = await draft({ draftRound: 1 });
  const before = await app.call.documents.get({ id });
  await app.call.reviews.give(onWords(id));
  expect(await app.call.documents.get({ id })).toEqual(before);
  await app.call.documents.save({ id, ...input(['Một đoạn mới.', ...lines], { draftRound: 2 }) });
  const opinion = await onlyOpinion(id);
  expect(opinion).toMatchObject({
    quote: 'Văn phòng Đảng ủy',
    actorName: 'Văn thư',
    draftRound: 1,
    standing: { state: 'kept', place: { index: 1, from: 5, to: 22 } },
    isMine: true,
    mayCorrect: true,
    maySettle: true,
  });
  const edits = input([lines[1] ?? '']);
  const typed = await app.call.reviews.list({ documentId: id, edits });
  expect(typed.opinions[0]?.standing.state).toBe('removed');
});

test('one given on a version that was read is kept though its paragraph went meanwhile', async () => {
  const id = await draft();
  const { version } = await app.call.reviews.list({ documentId: id });
  await app.call.documents.save({ id, ...input(lines.slice(1)) });
  await app.call.reviews.give(onWords(id, { version }));
  expect(await onlyOpinion(id)).toMatchObject({
    version,
    standing: { state: 'removed', place: { index: 0 } },
  });
  const refused = await refusal(app.call.reviews.give(onWords(id)));
  expect(refused).toMatchObject({ code: 'RULE', detail: { reason: 'opinionWordsGone' } });
  const gone = await refusal(
    app.call.reviews.give(onWords(id, { version: '01900000-0000-7000-8000-000000000000' })),
  );
  expect(gone).toMatchObject({ code: 'RULE', detail: { reason: 'opinionVersionGone' } });
});

test('what cannot be: no words, too many, a place outside the text, a document that is gone', async () => {
  const id = await draft();
  expect((await refusal(app.call.reviews.give(onWords(id, { text: ' \n ' })))).detail.issues).toEqual([
    { path: 'text', message: 'validation.required' },
  ]);
  const long = await refusal(app.call.reviews.give(onWords(id, { text: 'ý '.repeat(2_001) })));
  expect(long.detail.issues).toEqual([
    { path: 'text', message: 'validation.tooLong', params: { maximum: 4_000 } },
  ]);
  for (const place of [
    { index: 9, part: 0, from: 0, to: null },
    { index: 0, part: 3, from: 0, to: 2 },
    { index: 0, part: 0, from: 5, to: 5 },
    { index: 0, part: 0, from: 5, to: 999 },
    null,
  ])
    expect((await refusal(app.call.reviews.give(onWords(id, { place })))).detail.reason).toBe(
      'opinionWordsGone',
    );
  await app.call.reviews.give(onWords(id));
  const { id: opinionId } = await onlyOpinion(id);
  await app.call.documents.remove({ id });
  for (const late of [
    app.call.reviews.give(onWords(id)),
    app.call.reviews.list({ documentId: id }),
    app.call.reviews.reply({ id: opinionId, text: 'Muộn' }),
  ])
    expect((await refusal(late)).code).toBe('NOT_FOUND');
});

test('a document takes its opinions away, and undo brings both back', async () => {
  const id = await draft();
  await app.call.reviews.give(onWords(id));
  const { id: opinionId } = await onlyOpinion(id);
  await app.call.reviews.reply({ id: opinionId, text: 'Đồng ý.' });
  await app.call.documents.remove({ id });
  await app.call.journal.undo({});
  expect((await onlyOpinion(id)).replies.map(({ text }) => text)).toEqual(['Đồng ý.']);
  expect((await app.call.journal.verify({})).faults).toEqual([]);
});

test('it is settled with a reason in a version, opened again, and each step can be undone', async () => {
  const id = await draft({ draftRound: 1 });
  await app.call.reviews.give(onWords(id));
  const { id: opinionId } = await onlyOpinion(id);
  const missing = await refusal(
    app.call.reviews.settle({ id: opinionId, outcome: 'explained', reason: ' ' }),
  );
  expect(missing.detail.reason).toBe('explanationMissing');
  await app.call.documents.save({ id, ...input(lines, { draftRound: 2 }) });
  await app.call.reviews.settle({ id: opinionId, outcome: 'accepted', reason: 'Đã sửa.' });
  const { version } = await app.call.reviews.list({ documentId: id });
  expect((await onlyOpinion(id)).settled).toMatchObject({
    outcome: 'accepted',
    reason: 'Đã sửa.',
    actorName: 'Văn thư',
    draftRound: 2,
    version,
  });
  const second = await refusal(app.call.reviews.settle({ id: opinionId, outcome: 'accepted', reason: '' }));
  expect(second.detail).toEqual({ reason: 'opinionSettled', params: { name: 'Văn thư' } });
  const fixed = { id: opinionId, kind: 'remark' as const, text: 'Khác', proposed: null };
  expect((await refusal(app.call.reviews.correct(fixed))).detail.reason).toBe('opinionSettled');
  await app.call.reviews.reopen({ id: opinionId });
  expect((await onlyOpinion(id)).settled).toBeNull();
  expect((await refusal(app.call.reviews.reopen({ id: opinionId }))).detail.reason).toBe('opinionOpen');
  await app.call.journal.undo({});
  expect((await onlyOpinion(id)).settled?.outcome).toBe('accepted');
});

test('the documents with opinions that nobody has settled are told', async () => {
  const id = await draft();
  await app.call.reviews.give(onWords(id));
  await app.call.reviews.give(onWords(id, { text: 'Ghi rõ thời hạn.' }));
  const unsettled = async () =>
    (await app.call.reviews.unsettled({})).filter(({ documentId }) => documentId === id);
  expect(await unsettled()).toEqual([{ documentId: id, count: 2 }]);
  const { opinions } = await app.call.reviews.list({ documentId: id });
  for (const opinion of opinions)
    await app.call.reviews.settle({ id: opinion.id, outcome: 'explained', reason: 'đã có ở mục II' });
  expect(await unsettled()).toEqual([]);
});

test('one’s own is corrected or taken away while nobody has answered', async () => {
  const id = await draft();
  await app.call.reviews.give(onWords(id, { kind: 'change', proposed: 'Ủy ban Kiểm tra' }));
  const { id: opinionId } = await onlyOpinion(id);
  await app.call.reviews.correct({ id: opinionId, kind: 'question', text: 'Vì sao?', proposed: 'Ủy ban' });
  expect(await onlyOpinion(id)).toMatchObject({ kind: 'question', text: 'Vì sao?', proposed: null });
  await app.call.reviews.reply({ id: opinionId, text: 'Theo quy chế.' });
  for (const late of [
    app.call.reviews.withdraw({ id: opinionId }),
    app.call.reviews.correct({ id: opinionId, kind: 'remark', text: 'Khác', proposed: null }),
  ])
    expect((await refusal(late)).detail.reason).toBe('opinionAnswered');
  await app.call.journal.undo({});
  await app.call.reviews.withdraw({ id: opinionId });
  expect((await app.call.reviews.list({ documentId: id })).opinions).toEqual([]);
});

test('the order is that of the text: the document, its head, its body, its foot', async () => {
  const id = await draft();
  const field = (name: 'document' | 'subject' | 'signature') =>
    onWords(id, { field: name, place: null, quote: '', text: name });
  await app.call.reviews.give(field('signature'));
  await app.call.reviews.give(
    onWords(id, { place: { index: 1, part: 0, from: 0, to: null }, quote: lines[1], text: 'second' }),
  );
  await app.call.reviews.give(onWords(id, { text: 'first' }));
  await app.call.reviews.give(field('subject'));
  await app.call.reviews.give(field('document'));
  const { opinions } = await app.call.reviews.list({ documentId: id });
  expect(opinions.map(({ text }) => text)).toEqual(['document', 'subject', 'first', 'second', 'signature']);
  expect(opinions[1]?.quote).toBe(documentInput().subject);
  await app.call.documents.save({ id, ...input(lines, { subject: 'về việc khác' }) });
  const after = await app.call.reviews.list({ documentId: id });
  expect(after.opinions.map(({ standing }) => standing.state)).toEqual([
    'kept',
    'changed',
    'kept',
    'kept',
    'kept',
  ]);
});

test('the history of the document tells of its opinions, and its versions do not', async () => {
  const id = await draft();
  await app.call.reviews.give(onWords(id));
  const { id: opinionId } = await onlyOpinion(id);
  await app.call.reviews.reply({ id: opinionId, text: 'Đồng ý.' });
  await app.call.reviews.settle({ id: opinionId, outcome: 'accepted', reason: '' });
  const history = await app.call.journal.history({ id });
  expect(history.map(({ command }) => command)).toEqual([
    'documents.create',
    'reviews.give',
    'reviews.reply',
    'reviews.settle',
  ]);
  expect((await app.call.documents.versions({ id })).versions).toHaveLength(1);
});

test('an issued document takes opinions for the next one, and keeps its paper', async () => {
  const id = await draft();
  await app.call.documents.issue({ id, date: '2021-12-24' });
  const before = await app.call.documents.get({ id });
  await app.call.reviews.give(onWords(id));
  expect((await onlyOpinion(id)).standing.state).toBe('kept');
  expect(await app.call.documents.get({ id })).toEqual(before);
});

test('all opinions are printed as a table with what became of them, long ones over several rows', async () => {
  const id = await draft({ draftRound: 1 });
  await app.call.reviews.give(onWords(id, { text: 'Ý kiến dài. '.repeat(300).trim() }));
  await app.call.reviews.give(onWords(id, { kind: 'change', text: 'Nên ngắn hơn.', proposed: 'Văn phòng' }));
  const { opinions } = await app.call.reviews.list({ documentId: id });
  const reason = 'Theo Quy chế làm việc.';
  await app.call.reviews.settle({ id: opinions[0]?.id ?? '', outcome: 'explained', reason });
  const { pages } = await app.call.print.preview({ source: { kind: 'opinions', id } });
  expect(pages.length).toBeGreaterThan(0);
  const { opinionsToPrint } = await import('#main/features/reviews/papers/opinions.ts');
  const { body } = await opinionsToPrint(app.store(), id, '2021-12-24');
  const [table, sums] = body;
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.rows.map(([number]) => number)).toEqual(['1', '', '', '', '2']);
  expect(JSON.stringify(table.rows)).toContain(reason);
  expect(JSON.stringify(sums)).toContain('Cộng 02 ý kiến: tiếp thu 00, giải trình 01, chưa giải quyết 01.');
});
