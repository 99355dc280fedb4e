import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeDocument, type PrintableDocument } from '#main/features/documents/papers/document.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import type { Block } from '#shared/text-model/body.ts';
import { type PdfContent, readPdf } from './support/pdf-reader.ts';
import {
  doc,
  heading,
  indicators,
  longParagraph,
  paragraph,
  resolution,
  resolution2027,
  said,
  sonLien,
  sonTayThuong,
  table,
} from './support/records.ts';
import { startTypesetter } from './support/typeset.ts';

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

const appendix = (title: string, isLandscape = false): Block => ({
  type: 'appendix',
  attrs: { title, isLandscape },
});
const body = doc(
  heading(1, 'Mục lớn'),
  paragraph(longParagraph),
  appendix('Chỉ tiêu chủ yếu năm 2027', true),
  heading(1, 'Kinh tế'),
  table(),
  appendix(''),
  heading(1, 'Danh sách'),
  ...Array.from({ length: 14 }, () => paragraph(longParagraph)),
);
const composed = (changes: Partial<PrintableDocument> = {}) =>
  composeDocument({
    document: { ...resolution2027, body, ...changes },
    name: sonTayThuong,
    indicators,
    year: '2027',
  });
const printed = async (model: DocumentModel, isTwoSided = false): Promise<PdfContent> =>
  readPdf((await typesetter.pdf({ ...model, meta: { ...model.meta, isTwoSided } })).bytes);

describe('a document with appendices', () => {
  it('keeps its main text before the first, and counts the headings of each anew', () => {
    const { body: main, appendices } = composed();
    expect(main.map(said)).toEqual(['I- Mục lớn', longParagraph]);
    expect(appendices?.map(({ label, title, isLandscape }) => [label, title, isLandscape])).toEqual([
      ['PHỤ LỤC 1', 'Chỉ tiêu chủ yếu năm 2027', true],
      ['PHỤ LỤC 2', null, false],
    ]);
    expect(appendices?.map((one) => one.body[0] && said(one.body[0]))).toEqual([
      'I- Kinh tế',
      'I- Danh sách',
    ]);
    expect(composeDocument({ document: resolution, name: sonLien, indicators }).appendices).toBeUndefined();
  });

  it('numbers only several, in the figures of the guideline', () => {
    const one = { body: doc(paragraph('A'), appendix('B'), paragraph('C')) };
    expect(composed(one).appendices?.[0]?.label).toBe('PHỤ LỤC');
    expect(composed({ issuer: 'council' }).appendices?.map(({ label }) => label)).toEqual([
      'Phụ lục I',
      'Phụ lục II',
    ]);
  });

  it('says what each belongs to, with room for what is not given yet', () => {
    const reference = (changes: Partial<PrintableDocument>) =>
      composed(changes).appendices?.[0]?.reference.replaceAll('\u00a0', ' ');
    expect(reference({ number: 5, date: '2026-09-05' })).toBe(
      '(Kèm theo Nghị quyết số 05-NQ/ĐU, ngày 05/9/2026 của Ban Chấp hành Đảng bộ xã)',
    );
    expect(reference({ number: null, date: null, issuer: 'standing', type: 'KH' })).toBe(
      '(Kèm theo Kế hoạch số      -KH/ĐU, ngày     /     /2027 của Ban Thường vụ Đảng ủy xã)',
    );
    expect(reference({ issuer: 'council', number: 17 })).toBe(
      '(Kèm theo Nghị quyết số 17/NQ-HĐND ngày 05 tháng 01 năm 2027 của Hội đồng nhân dân xã Sơn Tây Thượng)',
    );
    expect(reference({ issuer: 'government', type: 'QĐ', number: null, date: null })).toBe(
      '(Kèm theo Quyết định số      /QĐ-UBND ngày      tháng      năm 2027 của Ủy ban nhân dân xã Sơn Tây Thượng)',
    );
  });

  it('is signed before them; each begins a sheet of its own with its own page numbers', async () => {
    const { pages, bookmarks } = await printed(composed());
    expect(pages.map((page) => [page.widthMm, page.heightMm].map(Math.round))).toEqual([
      [210, 297],
      [297, 210],
      [210, 297],
      [210, 297],
      [210, 297],
    ]);
    expect(pages[0]?.text).toContain('T/M ĐẢNG ỦY');
    expect(pages.slice(1).some((page) => page.text.includes('T/M ĐẢNG ỦY'))).toBe(false);
    expect(pages[1]?.lines[0]?.text).toBe('PHỤ LỤC 1');
    expect(pages[2]?.lines[0]?.text).toBe('PHỤ LỤC 2');
    expect(pages.map((page) => page.lines.find((line) => line.yMm < 20)?.text)).toEqual([
      undefined,
      undefined,
      undefined,
      '2',
      '3',
    ]);
    expect(bookmarks).toEqual(['I- Mục lớn', 'I- Kinh tế', 'I- Danh sách']);
  });

  it('numbers on where the profile says so', async () => {
    const model = composed();
    const appendixOf = { ...model.profile.appendix, ownPageNumbers: false };
    const { pages } = await printed({ ...model, profile: { ...model.profile, appendix: appendixOf } });
    expect(pages.map((page) => page.lines.find((line) => line.yMm < 19)?.text)).toEqual([
      undefined,
      '2',
      '3',
      '4',
      '5',
    ]);
  });

  it('gives tables the width of a sheet that lies down', async () => {
    const [, page] = (await printed(composed())).pages;
    const edges = page?.rules.flatMap((rule) => [rule.x1Mm, rule.x2Mm]) ?? [];
    expect(Math.min(...edges)).toBeCloseTo(30, 0);
    expect(Math.max(...edges)).toBeCloseTo(297 - 15, 0);
    const label = page?.lines[0];
    expect((label?.xMm ?? 0) + (label?.widthMm ?? 0) / 2).toBeCloseTo(30 + (297 - 45) / 2, 0);
  });

  it('shows each sheet on screen as it lies', async () => {
    const { pages } = await typesetter.svg(composed());
    expect(pages.map((page) => [page.widthMm, page.heightMm].map(Math.round)).slice(0, 3)).toEqual([
      [210, 297],
      [297, 210],
      [210, 297],
    ]);
    expect(pages[1]?.svg).toMatch(
      /^<svg [^>]*width="297mm" height="2\d\d[.\d]*mm" viewBox="0 0 841\.\d+ 595/u,
    );
  });

  it('makes only those pages anew that a change touches', async () => {
    const before = await typesetter.svg(composed());
    const after = await typesetter.svg(
      composed({ body: { ...body, content: [...body.content, paragraph('Thêm.')] } }),
    );
    expect(after.pages.slice(0, 4)).toEqual(before.pages.slice(0, 4));
    expect(after.pages[4]?.svg).not.toBe(before.pages[4]?.svg);
  });
});

describe('paper printed on both sides', () => {
  const leftEdge = (page: PdfContent['pages'][number] | undefined) =>
    Math.min(...(page?.lines.map((line) => line.xMm) ?? []));

  it('has the wide margin where the sheets are bound', async () => {
    const long = doc(...Array.from({ length: 30 }, () => paragraph(longParagraph)));
    const { pages } = await printed(composed({ body: long }), true);
    expect(pages.length).toBeGreaterThan(3);
    for (const [i, page] of pages.entries()) {
      expect(leftEdge(page), `page ${i + 1}`).toBeCloseTo(i % 2 === 0 ? 30 : 15, 1);
      const full = page.lines.filter((line) => line.widthMm > 160);
      for (const line of full) expect(line.xMm + line.widthMm).toBeCloseTo(i % 2 === 0 ? 195 : 180, 0);
    }
  });

  it('begins each appendix, and each paper after another, on a front', async () => {
    const model = composed();
    const { pages } = await printed(model, true);
    const starts = (all: PdfContent['pages']) =>
      all.flatMap((page, i) => (/^PHỤ LỤC|^ĐẢNG BỘ TỈNH/u.test(page.lines[0]?.text ?? '') ? [i + 1] : []));
    expect(starts(pages)).toEqual([1, 3, 5]);
    expect([pages[1]?.text, pages[3]?.text]).toEqual(['', '']);
    const { meta, profile } = model;
    const papers = { kind: 'papers' as const, profile, meta: { ...meta, isTwoSided: true } };
    const two = await readPdf((await typesetter.pdf({ ...papers, papers: [model, model] })).bytes);
    expect(starts(two.pages)).toEqual([1, 3, 5, 9, 11, 13]);
    expect(two.pages[13]?.lines.find((line) => line.yMm < 20)?.text).toBe('2');
  });
});
