import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyToPrint } from '#main/features/journal/papers/to-print.ts';
import { tellHistory } from '#shared/features/journal/history.ts';
import { sayVietnamese } from '#shared/i18n/translate.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { writeTempFile } from '../../support/files.ts';
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

const told = async (id: string) => tellHistory(sayVietnamese, await app.call.journal.history({ id }));

/** Written, changed, scanned, issued, voided. */
async function wholeLife() {
  const { call, host } = app;
  const { id: older } = await call.documents.create(documentInput({ subject: 'về nhiệm vụ năm 2021' }));
  await call.documents.issue({ id: older, date: '2021-12-24' });
  const { id } = await call.documents.create(
    documentInput({ body: bodyFromLines(['Đoạn một có chữ.', 'Đoạn hai có chữ.', 'Đoạn ba có chữ.']) }),
  );
  await call.documents.save({
    ...documentInput({
      subject: 'về nhiệm vụ năm 2023',
      body: bodyFromLines(['Đoạn một có chữ.', 'Đoạn hai có chữ đã sửa.', 'Hoàn toàn mới.', 'Cũng mới nốt.']),
      recipients: ['Các chi bộ', 'Lưu Văn phòng Đảng ủy'],
      relations: [{ kind: 'replaces', documentId: older, part: '' }],
    }),
    id,
  });
  host.files = [writeTempFile('bản ký.pdf', Buffer.from('%PDF-1.4 x'))];
  const tokens = (await call.attachments.choose({})).map(({ token }) => token);
  await call.attachments.attach({ ownerKind: 'document', ownerId: id, role: 'scan', tokens });
  await call.journal.undo({});
  await call.journal.redo({});
  await call.documents.issue({ id, date: '2021-12-24' });
  await call.documents.void({ id, reason: 'Cấp nhầm số' });
  return { id, older };
}

test('tells in plain sentences all that was done with a document and what belongs to it', async () => {
  const { id } = await wholeLife();
  const changes = await told(id);
  expect(changes.map(({ what }) => what)).toEqual([
    'Thêm văn bản',
    'Lưu văn bản',
    'Đính kèm tệp',
    'Hoàn tác việc đính kèm tệp',
    'Làm lại việc đính kèm tệp',
    'Ban hành văn bản',
    'Hủy số văn bản',
  ]);
  expect(new Set(changes.map(({ who }) => who))).toEqual(new Set(['Văn thư']));
  expect(changes[0]?.details).toEqual(
    expect.arrayContaining(['Tên loại: Nghị quyết', 'Ngày: 24/12/2021', 'Nội dung: thêm 3 đoạn']),
  );
  expect(changes[1]?.details).toEqual([
    'Trích yếu: “về phương hướng, nhiệm vụ năm 2022” thành “về nhiệm vụ năm 2023”',
    'Nội dung: thêm 2 đoạn, sửa 1 đoạn, bỏ 1 đoạn',
    'Nơi nhận: Các chi bộ',
    'Quan hệ với văn bản khác: Thay thế Nghị quyết 01-NQ/ĐU, ngày 24/12/2021',
  ]);
  expect(changes[2]?.details).toEqual(['Loại tệp: bản scan', 'Tên tệp: bản ký.pdf']);
  expect(changes[3]?.details).toEqual(['Tên tệp: bỏ “bản ký.pdf”']);
  expect(changes[5]?.details).toEqual([
    'Tình trạng: “dự thảo” thành “đã ban hành”',
    'Số: 2',
    'Số và ký hiệu: 02-NQ/ĐU',
  ]);
  expect(changes[6]?.details).toEqual([
    'Tình trạng: “đã ban hành” thành “đã hủy số”',
    'Lý do hủy số: Cấp nhầm số',
  ]);
});

test('tells what later documents did to this one', async () => {
  const { call } = app;
  const { id: older } = await call.documents.create(documentInput({ subject: 'về việc cũ' }));
  await call.documents.issue({ id: older, date: '2021-12-24' });
  const { id } = await call.documents.create(
    documentInput({ relations: [{ kind: 'amends', documentId: older, part: 'mục I' }] }),
  );
  await call.documents.issue({ id, date: '2021-12-24' });
  expect((await told(older)).at(-1)).toMatchObject({
    what: 'Ban hành văn bản',
    details: [
      expect.stringMatching(/^Văn bản sau: Được sửa đổi, bổ sung mục I bởi Nghị quyết \d+-NQ\/ĐU từ/u),
    ],
  });
  await call.documents.void({ id, reason: 'Nhầm' });
  expect(await told(older)).toHaveLength(2);
});

test('shows the place where a long line changed, and of lists what went and came', async () => {
  const long = `về việc ${'phát triển kinh tế - xã hội '.repeat(8)}năm`;
  const fields = documentInput({ subject: `${long} 2025`, bases: ['Căn cứ một', 'Căn cứ hai'] });
  const { id } = await app.call.documents.create(fields);
  const save = (changes: Partial<typeof fields>) => app.call.documents.save({ ...fields, ...changes, id });
  await save({ subject: `${long} 2026`, bases: ['Căn cứ ba', 'Căn cứ hai'] });
  await save({ subject: `${long} 2026`, bases: ['Căn cứ hai', 'Căn cứ ba'] });
  const changes = await told(id);
  expect(changes[1]?.details).toEqual([
    'Trích yếu: “…triển kinh tế - xã hội năm 2025” thành “…triển kinh tế - xã hội năm 2026”',
    'Căn cứ: “Căn cứ một” thành “Căn cứ ba”',
  ]);
  expect(changes[2]?.details).toEqual(['Căn cứ: đổi thứ tự']);
});

test('carries no long text twice: an account of it instead', async () => {
  const { id } = await app.call.documents.create(
    documentInput({
      body: bodyFromLines(Array.from({ length: 400 }, (_, n) => `Đoạn ${n}. ${'chữ '.repeat(50)}`)),
    }),
  );
  const history = await app.call.journal.history({ id });
  expect(JSON.stringify(history).length).toBeLessThan(5_000);
  expect(history[0]?.rows[0]?.fields).toContainEqual({
    field: 'body',
    before: null,
    after: null,
    account: { added: 400, removed: 0, changed: 0, moved: 0 },
  });
});

test('is a paper with the seal of the journal and what the check says', async () => {
  const { id } = await wholeLife();
  const { head } = await app.call.journal.verify({});
  const { body, subject } = await historyToPrint(app.store(), id, {
    services: app.program.services,
    today: () => '2021-12-24',
  });
  expect(subject).toMatch(/^Nghị quyết \d\d-NQ\/ĐU, ngày 24\/12\/2021\nvề nhiệm vụ năm 2023$/u);
  const words = JSON.stringify(body);
  expect(words).toContain('Cộng 07 lần thay đổi');
  expect(words).toContain('Sổ nguyên vẹn. Đã đối chiếu');
  expect(words.replaceAll(' ', '')).toContain(head);
  const { pages, unprintable } = await app.call.print.preview({ source: { kind: 'history', id } });
  expect(pages.length).toBeGreaterThan(0);
  expect(unprintable).toEqual([]);
  const nobody = { kind: 'history', id: app.store().id } as const;
  expect((await refusal(app.call.print.preview({ source: nobody }))).code).toBe('NOT_FOUND');
});

test('a change with many words goes on in the next row, so that no row is higher than a page', async () => {
  const bases = Array.from({ length: 40 }, (_, n) => `Căn cứ thứ ${n} ${'rất dài '.repeat(20)}`);
  const { id } = await app.call.documents.create(documentInput({ bases }));
  const { pages } = await app.call.print.preview({ source: { kind: 'history', id } });
  expect(pages.length).toBeLessThan(3);
});

test('a document that was thrown away still has its history, on paper too', async () => {
  const { id } = await app.call.documents.create(documentInput({ subject: 'về việc bỏ đi' }));
  await app.call.documents.remove({ id });
  expect((await told(id)).at(-1)).toMatchObject({
    what: 'Xóa dự thảo',
    details: ['Trích yếu: bỏ “về việc bỏ đi”'],
  });
  expect((await app.call.print.preview({ source: { kind: 'history', id } })).pages).toHaveLength(1);
});
