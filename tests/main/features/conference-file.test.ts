import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { expectedPapers, type FilePart } from '#shared/features/conferences/file.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { conferenceInput, setUpOffice } from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';
import { holdWholeMeeting } from '../../support/whole-meeting.ts';
import { readPdf } from '../paper/support/pdf-reader.ts';

let app: TestApp;
beforeEach(async () => {
  await app?.close();
  app = await createTestApp();
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

/** Ends what keeps a whole meeting open. */
async function conclude(id: string): Promise<void> {
  const { agenda } = await app.call.conferences.get({ id });
  await app.call.conferences.saveAgenda({
    id,
    items: agenda.map((item) => ({ ...item, conclusion: bodyFromLines(['Thống nhất.']) })),
  });
}

async function exported(id: string) {
  app.host.pdfTarget = join(app.folder, 'hồ sơ.pdf');
  const done = await app.call.print.exportConferenceFile({ id });
  return { done, bytes: new Uint8Array(readFileSync(app.host.pdfTarget)) };
}

describe('the conference file', () => {
  test('lists its parts in the order of the archive, and what is lacking', async () => {
    const { id } = await holdWholeMeeting(app.call);
    const { parts, expected } = await app.call.conferences.file({ id });
    expect(parts.map(({ title, state }) => `${title}: ${state}`)).toEqual([
      'Giấy mời: ready',
      'Chương trình: ready',
      'Danh sách đại biểu ký tên: ready',
      'Biên bản kiểm phiếu: Bầu bổ sung Ủy viên Ban Thường vụ Đảng ủy: ready',
      'Biên bản: unfinished',
      'Nghị quyết 01-NQ/ĐU về phương hướng, nhiệm vụ năm 2022: final',
      'Dự thảo Thông báo kết quả Hội nghị: unfinished',
    ]);
    expect(expected.map(({ title, state }) => `${title}: ${state}`)).toEqual([
      'Giấy mời: there',
      'Chương trình: there',
      'Danh sách điểm danh: there',
      'Báo cáo: missing',
      'Biên bản: unfinished',
      'Nghị quyết: there',
      'Báo cáo tổng kết năm 2021: missing',
      'Dự thảo Nghị quyết: missing',
    ]);
    await conclude(id);
    await app.call.conferences.close({ id, number: 7 });
    const closed = await app.call.conferences.file({ id });
    expect(closed.parts.find(({ kind }) => kind === 'minutes')).toMatchObject({
      title: 'Biên bản số 07-BB/ĐU',
      state: 'final',
    });
    expect(closed.expected.find(({ title }) => title === 'Biên bản')?.state).toBe('there');
  });

  test('of a conference that has only begun says what is not ready yet', async () => {
    await setUpOffice(app.call);
    const { id } = await app.call.conferences.create(conferenceInput({ place: '' }));
    const { parts } = await app.call.conferences.file({ id });
    expect(parts.map(({ kind, state }) => [kind, state])).toEqual([
      ['invitation', 'unfinished'],
      ['programme', 'unfinished'],
      ['signInSheet', 'unfinished'],
      ['minutes', 'unfinished'],
    ]);
    const wire = await refusal(app.call.print.preview({ source: { kind: 'countingRecord', id } }));
    expect(wire.detail.reason).toBe('noElection');
  });

  test('becomes one PDF: an index, every sheet numbered, the same bytes each time', async () => {
    const { id } = await holdWholeMeeting(app.call);
    const { done, bytes } = await exported(id);
    const pdf = await readPdf(bytes);
    expect(done).toMatchObject({ fileName: 'hồ sơ.pdf', pages: pdf.pages.length, unprintable: [] });
    for (const [i, page] of pdf.pages.entries()) {
      const number = page.lines.find((line) => line.text === `Tờ ${i + 1}/${pdf.pages.length}`);
      expect(number?.items[0]?.sizePt).toBe(10);
      expect((number?.xMm ?? 0) + (number?.widthMm ?? 0)).toBeCloseTo(195, 0);
      expect(number?.yMm).toBeGreaterThan(283);
      expect(number?.yMm).toBeLessThan(291);
    }
    // The index says on which sheet each paper begins, and there it begins.
    const [index] = pdf.pages;
    const cells = (index?.items ?? []).map((item) => item.text.trim());
    for (const [title, heading] of [
      ['Giấy mời', 'GIẤY MỜI'],
      ['Chương trình', 'CHƯƠNG TRÌNH'],
      ['Danh sách đại biểu ký tên', 'DANH SÁCH ĐẠI BIỂU KÝ TÊN'],
      ['Biên bản', 'BIÊN BẢN'],
      ['Dự thảo Thông báo kết quả Hội nghị', 'THÔNG BÁO'],
    ]) {
      const range = cells.slice(cells.indexOf(title ?? '')).find((cell) => /^\d+( - \d+)?$/u.test(cell));
      const sheet = pdf.pages[Number.parseInt(range ?? '', 10) - 1];
      expect(
        sheet?.lines.map((line) => line.text),
        title,
      ).toContain(heading);
    }
    expect(pdf.bookmarks.slice(0, 3)).toEqual(['Mục lục', 'Giấy mời', 'Chương trình']);
    expect(pdf.fonts.every((font) => font.embedded)).toBe(true);
    expect(pdf.info).toMatchObject({
      Title: 'Hồ sơ Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII',
      CreationDate: 'D:20211224000000Z',
      ModDate: 'D:20211224000000Z',
    });
    expect((await exported(id)).bytes).toEqual(bytes);
  });

  test('tells how far it is and can be stopped', async () => {
    const { id } = await holdWholeMeeting(app.call);
    app.host.pdfTarget = join(app.folder, 'không có.pdf');
    const job = 'file-1';
    const running = app.program.dispatcher.invoke('print.exportConferenceFile', { id }, job);
    while (!app.events.some((event) => event.kind === 'progress' && event.progress.job === job))
      await new Promise((resolve) => setTimeout(resolve, 2));
    app.program.dispatcher.cancel(job);
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(() => readFileSync(join(app.folder, 'không có.pdf'))).toThrow();
    const { done } = await exported(id);
    expect(done?.pages).toBeGreaterThan(10);
    const stages = app.events.flatMap((event) => (event.kind === 'progress' ? event.progress : []));
    expect(stages).toContainEqual(expect.objectContaining({ stage: 'typeset', done: 3, total: 7 }));
    expect(stages.map(({ stage }) => stage)).toContain('bind');
    expect(app.logged).toEqual([]);
  });
});

describe('what is expected', () => {
  const part = (kind: FilePart['kind'], title: string, state: FilePart['state'] = 'ready'): FilePart => ({
    kind,
    title,
    state,
    source: null,
    attachment: null,
  });
  const stateOf = (name: string, ...parts: FilePart[]) => expectedPapers([name], parts)[0]?.state;

  test('is found under the names that offices give it', () => {
    expect(stateOf('BIÊN BẢN', part('minutes', 'Biên bản số 07-BB/ĐU'))).toBe('there');
    expect(stateOf('Biên bản kiểm phiếu', part('minutes', 'Biên bản'))).toBe('missing');
    expect(stateOf('Biên bản', part('countingRecord', 'Biên bản kiểm phiếu: Bầu'))).toBe('missing');
    expect(stateOf('Danh sách điểm danh', part('signInSheet', 'Danh sách đại biểu ký tên'))).toBe('there');
    expect(stateOf('Nghị quyết', part('document', 'Dự thảo Nghị quyết về …', 'unfinished'))).toBe(
      'unfinished',
    );
    expect(stateOf('Kết luận', part('document', 'Nghị quyết về kết luận'))).toBe('missing');
    expect(stateOf('báo cáo', part('paper', 'Bao cao tong ket.pdf'))).toBe('there');
  });

  test('is named once', () => {
    expect(expectedPapers(['Báo cáo', 'BÁO CÁO'], []).length).toBe(1);
  });
});

describe('the printed minutes', () => {
  async function firstPage(id: string) {
    app.host.pdfTarget = join(app.folder, 'biên bản.pdf');
    await app.call.print.exportPdf({ source: { kind: 'minutes', id } });
    return (await readPdf(new Uint8Array(readFileSync(app.host.pdfTarget)))).pages[0];
  }

  test('carry the number that they were given, and room for one before', async () => {
    const { id } = await holdWholeMeeting(app.call);
    const number = async () =>
      (await firstPage(id))?.lines.find((line) => line.text.includes('-BB/ĐU'))?.text;
    expect((await number())?.replaceAll('\u00a0', ' ')).toMatch(/^Số +-BB\/ĐU$/u);
    await conclude(id);
    await app.call.conferences.close({ id, number: 7 });
    expect(await number()).toBe('Số 07-BB/ĐU');
  });

  test('have no such line where the office does not number them', async () => {
    await setUpOffice(app.call);
    const { id } = await app.call.conferences.create(conferenceInput({ kind: 'cell' }));
    expect((await firstPage(id))?.text).not.toContain('BB/');
  });
});
