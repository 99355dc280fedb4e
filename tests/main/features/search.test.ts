import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { searchIndexFile } from '#main/db/store-files.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
import type { HitKind } from '#shared/features/search/contract.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { writeTempFile } from '../../support/files.ts';
import {
  addMember,
  conferenceInput,
  documentInput,
  electionInput,
  indicatorInput,
  setUpOffice,
} from '../../support/records.ts';
import {
  createTestApp,
  fixedSources,
  removeTempFolders,
  type TestApp,
  tempFolder,
} from '../../support/test-app.ts';

let app: TestApp;
let termId: string;
beforeEach(async () => {
  app = await createTestApp();
  ({ termId } = await setUpOffice(app.call));
});
afterEach(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
});
afterAll(removeTempFolders);

const indexFile = () => join(app.folder, searchIndexFile);
const titles = async (text: string, kinds?: HitKind[]) =>
  (await app.call.search.find({ text, ...(kinds && { kinds }) })).hits.map(({ title }) =>
    title.map((part) => part.text).join(''),
  );

async function meeting() {
  const { id } = await app.call.conferences.create(conferenceInput({ invited: 'Đồng chí Nguyễn Văn An' }));
  const { ids } = await app.call.conferences.saveAgenda({
    id,
    items: [
      {
        ...blankItem('Thảo luận về chăn nuôi'),
        discussion: bodyFromLines(['Đàn trâu giảm do rét đậm.']),
        conclusion: bodyFromLines(['Giao Ủy ban nhân dân xã tiêm phòng lở mồm long móng.']),
      },
      blankItem('Công tác cán bộ'),
    ],
  });
  return { id, items: ids };
}

test('finds every kind of thing, with and without marks, and says where it stands', async () => {
  const { id, items } = await meeting();
  await addMember(app.call, termId, 'Đinh Thị Yến');
  await app.call.indicators.create(indicatorInput({ name: 'Năng suất lúa nước' }));
  const { id: document } = await app.call.documents.create(
    documentInput({ subject: 'về xây dựng nông thôn mới' }),
  );
  app.host.files = [
    writeTempFile('ảnh hội trường.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])),
  ];
  const tokens = (await app.call.attachments.choose({})).map(({ token }) => token);
  await app.call.attachments.attach({ ownerKind: 'conference', ownerId: id, role: 'photo', tokens });

  const found = async (text: string) => (await app.call.search.find({ text })).hits[0];
  expect(await found('lo mom long mong')).toMatchObject({
    kind: 'item',
    id: items[0],
    owner: { kind: 'conference', id },
    date: '2021-12-24',
  });
  expect(await found('đàn trâu')).toMatchObject({ kind: 'item', id: items[0] });
  expect(await found('nguyen van an')).toMatchObject({ kind: 'conference', id, owner: null });
  expect(await found('hoi nghi lan thu bay')).toMatchObject({ kind: 'conference', id });
  expect(await found('dinh thi yen')).toMatchObject({ kind: 'person', date: null });
  expect(await found('nang suat lua')).toMatchObject({ kind: 'indicator' });
  expect(await found('NONG THON MOI')).toMatchObject({ kind: 'document', id: document });
  expect(await found('anh hoi truong')).toMatchObject({
    kind: 'attachment',
    owner: { kind: 'conference', id },
  });
  expect(await app.call.search.find({ text: 'không có chữ này đâu' })).toEqual({ total: 0, hits: [] });
  expect(await titles('hoi', ['indicator', 'person'])).toEqual([]);
});

test('what is called so comes first, then whole words, then the newest', async () => {
  const { call } = app;
  const write = (subject: string, date: string, line: string) =>
    call.documents.create(documentInput({ subject, date, body: bodyFromLines([line]) }));
  await write('về trồng rừng', '2021-01-05', 'Không nói gì.');
  await write('về việc một', '2021-05-05', 'Giữ rừng đầu nguồn.');
  await write('về việc hai', '2021-06-06', 'Giữ rừng phòng hộ.');
  await write('về việc ba', '2021-07-07', 'Rungg rinh.');
  expect(await titles('rung')).toEqual([
    'Nghị quyết về trồng rừng',
    'Nghị quyết về việc hai',
    'Nghị quyết về việc một',
    'Nghị quyết về việc ba',
  ]);
});

test('marks that are typed are meant, but nothing is lost by them', async () => {
  const { call } = app;
  const write = (subject: string, date: string) =>
    call.documents.create(documentInput({ subject: 'về việc khác', date, body: bodyFromLines([subject]) }));
  await write('Ngân sách cho bà con', '2021-01-05');
  await write('Ngân sách cho ba thôn', '2021-06-06');
  const lines = async (text: string) =>
    (await call.search.find({ text })).hits.map(({ snippet }) => snippet.map((part) => part.text).join(''));
  expect((await lines('bà'))[0]).toContain('bà con');
  expect(await lines('bà')).toHaveLength(2);
  expect((await lines('ba'))[0]).toContain('ba thôn');
});

test('a number is found by its code, a short form by what it stands for and the other way of the office', async () => {
  const { call } = app;
  const { id } = await call.documents.create(
    documentInput({ body: bodyFromLines(['Giao Hội Cựu chiến binh.']) }),
  );
  const { code } = await call.documents.issue({ id, date: '2021-12-24' });
  expect(await titles(code)).toEqual([`Nghị quyết ${code} về phương hướng, nhiệm vụ năm 2022`]);
  expect(await titles('CCB')).toEqual([]);
  await call.phrases.save({ abbreviation: 'ccb', text: 'Cựu chiến binh' });
  expect(await titles('CCB')).toHaveLength(1);
  expect(await titles('NQ 2022')).toHaveLength(1);
});

test('what is written out is found in its short form, and as words that stand apart', async () => {
  const write = (line: string) =>
    app.call.documents.create(documentInput({ subject: 'về việc', body: bodyFromLines([line]) }));
  await write('Các chỉ tiêu KTXH đạt khá.');
  await write('Về kinh tế thì đạt. Công tác xã hội thì chưa.');
  await write('Chỉ nói về kinh tế.');
  expect(await titles('kinh te xa hoi')).toHaveLength(2);
  expect(await titles('KTXH')).toHaveLength(1);
});

test('follows every save, undo, redo and removal at once', async () => {
  const { call } = app;
  const { id } = await call.documents.create(documentInput({ subject: 'về chim sẻ' }));
  expect(await titles('chim se')).toHaveLength(1);
  await call.documents.save({ ...documentInput({ subject: 'về bồ câu' }), id });
  expect([await titles('chim se'), (await titles('bo cau')).length]).toEqual([[], 1]);
  await call.journal.undo({});
  expect([(await titles('chim se')).length, await titles('bo cau')]).toEqual([1, []]);
  await call.journal.redo({});
  await call.documents.remove({ id });
  expect(await titles('bo cau')).toEqual([]);
});

test('follows the items, votes, elections and people of a conference, and the name of the office', async () => {
  const { call } = app;
  const { id, items } = await meeting();
  await titles('x y');
  const [agendaItem] = (await call.conferences.get({ id })).agenda.slice(1);
  await call.conferences.saveAgenda({
    id,
    items: agendaItem ? [{ ...agendaItem, title: 'Công tác nhân sự' }] : [],
  });
  expect(await titles('lo mom long mong')).toEqual([]);
  expect(await titles('nhan su')).toEqual(['Công tác nhân sự']);
  expect(items).toHaveLength(2);
  const organisation = await call.organisation.get({});
  const [name] = organisation.names;
  if (!name) throw new Error('no name');
  await call.organisation.saveName({ ...name, committeeName: 'Ban Chấp hành Đảng bộ xã Suối Bùn' });
  expect(await titles('suoi bun', ['conference'])).toHaveLength(1);
});

test('knows who stood for election', async () => {
  const { call } = app;
  for (const name of ['Đinh Văn Một', 'Đinh Văn Hai']) await addMember(call, termId, name);
  const { id, items } = await meeting();
  const [itemId] = items;
  if (!itemId) throw new Error('no item');
  await titles('x y');
  const election = electionInput({
    itemId,
    candidates: [{ fullName: 'Phạm Thị Hồng Ân', title: '', votes: 0 }],
    issued: 0,
    collected: 0,
  });
  await call.conferences.saveElection({ id, election });
  expect(await titles('hong an', ['item'])).toEqual(['Thảo luận về chăn nuôi']);
});

test('is made again when its file is damaged, gone, or of another store', async () => {
  const { call } = app;
  await call.documents.create(documentInput({ subject: 'về chim sẻ' }));
  expect(await titles('chim se')).toHaveLength(1);
  const own = readFileSync(indexFile());

  writeFileSync(indexFile(), 'không phải cơ sở dữ liệu');
  expect(await titles('chim se')).toHaveLength(1);
  const half = Buffer.from(own);
  half.fill(7, 4096);
  writeFileSync(indexFile(), half);
  expect(await titles('chim se')).toHaveLength(1);

  // The head is whole, the words are not.
  const late = Buffer.from(own);
  late.fill(7, 5 * 4096);
  writeFileSync(indexFile(), late);
  expect(await titles('chim se')).toHaveLength(1);

  const other = await createTestApp();
  await setUpOffice(other.call);
  writeFileSync(join(other.folder, searchIndexFile), readFileSync(indexFile()));
  expect((await other.call.search.find({ text: 'chim se' })).total).toBe(0);
  await other.close();
});

test('what another history says at the same number is not taken for this one', async () => {
  const { call, host } = app;
  await call.documents.create(documentInput({ subject: 'về chim sẻ' }));
  host.folder = tempFolder();
  const backup = await call.backup.create({});
  await call.documents.create(documentInput({ subject: 'về bồ câu' }));
  expect(await titles('bo cau')).toHaveLength(1);
  host.backupFile = join(host.folder, backup?.fileName ?? '');
  const inspected = await call.backup.inspect({});
  await call.backup.restore({ token: inspected?.token ?? '' });
  await call.documents.create(documentInput({ subject: 'về chào mào' }));
  expect([await titles('bo cau'), (await titles('chao mao')).length]).toEqual([[], 1]);
});

test('an earlier day is searched as it was, and leaves no file of its own', async () => {
  await app.close();
  const clock = { now: '2021-12-24T00:30:00.000Z' };
  const sources = { ...fixedSources(), now: () => clock.now, today: () => clock.now.slice(0, 10) };
  app = await createTestApp({ sources });
  const { call } = app;
  await setUpOffice(call);
  const { id } = await call.documents.create(documentInput({ subject: 'về chim sẻ' }));
  clock.now = '2021-12-27T00:30:00.000Z';
  await call.documents.save({ ...documentInput({ subject: 'về bồ câu' }), id });
  expect(await titles('bo cau')).toHaveLength(1);
  await call.journal.viewPast({ day: '2021-12-25' });
  expect([(await titles('chim se')).length, await titles('bo cau')]).toEqual([1, []]);
  await call.journal.leavePast({});
  expect([await titles('chim se'), (await titles('bo cau')).length]).toEqual([[], 1]);
  expect(existsSync(indexFile())).toBe(true);
});

test('many questions at once are all answered', async () => {
  for (let n = 0; n < 30; n += 1)
    await app.call.documents.create(documentInput({ subject: `về việc ${n}`, date: '2021-12-24' }));
  const all = await Promise.all(Array.from({ length: 10 }, (_, n) => titles(`viec ${n + 10}`)));
  expect(all.map((found) => found.length)).toEqual(Array.from({ length: 10 }, () => 1));
});

test('whatever is typed is a question, never a fault', async () => {
  await app.call.documents.create(documentInput());
  const signs = fc.constantFrom(
    '"',
    '*',
    '(',
    ')',
    'NEAR',
    'OR',
    'AND',
    '-',
    ':',
    '^',
    '{',
    '+',
    'title',
    'đ',
    ' ',
    '\\',
    "'",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.array(signs).map((all) => all.join('')),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
      ),
      async (text) => {
        const clean = text.replace(/\p{Cc}|\p{Cs}/gu, '').slice(0, 190);
        const { total, hits } = await app.call.search.find({ text: clean });
        expect(hits.length).toBeLessThanOrEqual(total);
      },
    ),
    { numRuns: 60 },
  );
});
