import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import { type PdfContent, type PdfItem, type PdfPage, readPdf } from './support/pdf-reader.ts';
import { indicators, resolution, resolution2027, sonLien, sonTayThuong } from './support/records.ts';
import { startTypesetter } from './support/typeset.ts';

/** The page as the guidelines have it (HD 36 and HD 05: domain 1.1–1.5), read back from the finished file. */

const left = 30;
const right = 210 - 15;
const middle = (left + right) / 2;

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

const cases = [
  {
    name: 'HD 36, Sơn Liên, 24/12/2021',
    model: composeDocument({ document: resolution, name: sonLien, indicators }),
    date: 'Sơn Liên, ngày 24 tháng 12 năm 2021',
    parent: ['ĐẢNG BỘ HUYỆN SƠN TÂY'],
    issuing: ['ĐẢNG ỦY XÃ SƠN LIÊN'],
    number: 'Số 05-NQ/ĐU',
    subject: ['về phương hướng, nhiệm vụ năm 2022'],
    itemEnd: ',',
  },
  {
    name: 'HD 05, Sơn Tây Thượng, 05/01/2027',
    model: composeDocument({ document: resolution2027, name: sonTayThuong, indicators }),
    date: 'Sơn Tây Thượng, ngày 05 tháng 01 năm 2027',
    parent: ['ĐẢNG BỘ TỈNH QUẢNG NGÃI'],
    issuing: ['ĐẢNG ỦY XÃ', 'SƠN TÂY THƯỢNG'],
    number: 'Số 12-NQ/ĐU',
    subject: [
      'về phương hướng, nhiệm vụ phát triển kinh tế - xã hội,',
      'bảo đảm quốc phòng, an ninh và xây dựng Đảng,',
      'hệ thống chính trị năm 2027',
    ],
    itemEnd: ';',
  },
];

describe.each(cases)('$name', ({ model, date, parent, issuing, number, subject, itemEnd }) => {
  let pdf: PdfContent;
  let first: PdfPage;
  let last: PdfPage;
  beforeAll(async () => {
    pdf = await readPdf((await typesetter.pdf(model)).bytes);
    [first] = pdf.pages as [PdfPage];
    last = pdf.pages.at(-1) as PdfPage;
  });

  const line = (page: PdfPage, text: string) => {
    const found = page.lines.find((one) => one.text.trim() === text);
    expect(found, `a line "${text}"`).toBeDefined();
    const [item] = (found?.items ?? []) as [PdfItem];
    return { ...(found as NonNullable<typeof found>), fontName: item.fontName, sizePt: item.sizePt };
  };
  const centre = (one: { xMm: number; widthMm: number }) => one.xMm + one.widthMm / 2;

  it('is A4, and nothing leaves the margins 20/20/30/15 mm', () => {
    for (const [index, page] of pdf.pages.entries()) {
      expect(page.widthMm).toBeCloseTo(210, 1);
      expect(page.heightMm).toBeCloseTo(297, 1);
      for (const item of page.lines) {
        expect(item.xMm, item.text).toBeGreaterThan(left - 0.1);
        expect(item.xMm + item.widthMm, item.text).toBeLessThan(right + 0.1);
        const isPageNumber = item.text === String(index + 1) && item.yMm < 20;
        if (!isPageNumber) expect(item.yMm, item.text).toBeGreaterThan(20 + 3);
        expect(item.yMm, item.text).toBeLessThan(297 - 20);
      }
    }
  });

  it('has the organisation in the left column, in 14 pt, on one axis', () => {
    const lines = [...parent, ...issuing, '*', number].map((text) => line(first, text));
    const axis = centre(lines[0] as (typeof lines)[number]);
    for (const one of lines) {
      expect(one.sizePt).toBeCloseTo(14, 3);
      expect(Math.abs(centre(one) - axis), one.text).toBeLessThan(0.2);
    }
    expect(lines.map((one) => one.fontName)).toEqual([
      ...parent.map(() => 'Tinos-Regular'),
      ...issuing.map(() => 'Tinos-Bold'),
      'Tinos-Regular',
      'Tinos-Regular',
    ]);
    const heights = lines.map((one) => one.yMm);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
  });

  it('has the title with a rule of its length and the date in the right column', () => {
    const title = line(first, 'ĐẢNG CỘNG SẢN VIỆT NAM');
    expect([title.fontName, title.sizePt]).toEqual(['Tinos-Bold', 15]);
    expect(title.yMm).toBeCloseTo(line(first, parent[0] as string).yMm, 1);
    const dated = line(first, date);
    expect([dated.fontName, dated.sizePt]).toEqual(['Tinos-Italic', 14]);
    expect(centre(dated)).toBeCloseTo(centre(title), 1);
    const rule = first.rules.find((one) => one.y1Mm > title.yMm && one.y1Mm < dated.yMm - 3);
    expect(rule).toBeDefined();
    expect(Math.abs((rule?.x2Mm ?? 0) - (rule?.x1Mm ?? 0) - title.widthMm)).toBeLessThan(0.5);
    expect(Math.abs((rule?.x1Mm ?? 0) - title.xMm)).toBeLessThan(0.5);
  });

  it('keeps the two columns apart', () => {
    const head = [...parent, ...issuing, '*', number].map((text) => line(first, text));
    const rightColumn = [line(first, 'ĐẢNG CỘNG SẢN VIỆT NAM'), line(first, date)];
    const leftEnd = Math.max(...head.map((one) => one.xMm + one.widthMm));
    expect(Math.min(...rightColumn.map((one) => one.xMm)) - leftEnd).toBeGreaterThan(2);
  });

  it('has type, subject and five hyphens in the middle', () => {
    const type = line(first, 'NGHỊ QUYẾT');
    expect([type.fontName, type.sizePt]).toEqual(['Tinos-Bold', 16]);
    for (const text of subject) {
      const part = line(first, text);
      expect([part.fontName, part.sizePt]).toEqual(['Tinos-Bold', 15]);
      expect(Math.abs(centre(part) - middle), text).toBeLessThan(0.2);
    }
    expect(centre(type)).toBeCloseTo(middle, 1);
    expect(centre(line(first, '-----'))).toBeCloseTo(middle, 1);
  });

  it('has the bases upright, ended as the guideline says', () => {
    const bases = first.lines.filter((one) => one.text.startsWith('- Căn cứ'));
    expect(bases).toHaveLength(3);
    for (const one of bases) {
      expect(one.items[0]?.fontName).toBe('Tinos-Regular');
      expect(one.xMm).toBeCloseTo(left + 10, 1);
    }
    expect(bases[0]?.text.endsWith('Việt Nam;')).toBe(true);
    expect(bases[2]?.text.endsWith('khóa XIII,')).toBe(true);
  });

  it('sets the body in 14 pt, exactly 18–22 pt from line to line and 6 pt more between paragraphs', () => {
    const body = pdf.pages.flatMap((page) =>
      page.lines.filter((one) => one.xMm < left + 0.1 && one.widthMm > 160),
    );
    expect(body.length).toBeGreaterThan(10);
    for (const one of body) {
      expect(one.items[0]?.sizePt).toBe(14);
      expect(one.xMm + one.widthMm, one.text).toBeCloseTo(right, 0);
    }
    const pitches = body.slice(1).map((one, i) => ((one.yMm - (body[i]?.yMm ?? 0)) * 72) / 25.4);
    const near = pitches.filter((pitch) => pitch > 0 && pitch < 24);
    expect(near.length).toBeGreaterThan(5);
    for (const pitch of near) {
      expect(pitch).toBeGreaterThanOrEqual(18);
      expect(pitch).toBeLessThanOrEqual(22);
      expect(pitch).toBeCloseTo(near[0] as number, 1);
    }
    const indented = first.lines.filter(
      (one) => one.yMm > (line(first, '-----').yMm ?? 0) && one.items[0]?.sizePt === 14,
    );
    const gaps = indented
      .map((one, i) => ({
        starts: Math.abs(one.xMm - left - 10) < 0.1,
        gap: one.yMm - (indented[i - 1]?.yMm ?? 0),
      }))
      .filter((one, i) => i > 0 && one.starts)
      .map((one) => (one.gap * 72) / 25.4 - (near[0] as number));
    expect(gaps.length).toBeGreaterThan(5);
    expect(Math.min(...gaps)).toBeGreaterThan(5.9);
  });

  it('numbers headings I-, 1., a) and puts the first in capitals', () => {
    expect(line(first, 'I- KẾT QUẢ LÃNH ĐẠO THỰC HIỆN NHIỆM VỤ NĂM 2021').fontName).toBe('Tinos-Bold');
    expect(line(first, '1. Công tác xây dựng Đảng').fontName).toBe('Tinos-Bold');
    expect(line(first, 'a) Giáo dục chính trị tư tưởng').fontName).toBe('Tinos-BoldItalic');
    expect(pdf.bookmarks).toContain('2. Phát triển kinh tế');
  });

  it('numbers pages from the second on, 14 pt, centred, 10 mm from the edge', () => {
    const inMargin = pdf.pages.map((page) => page.lines.filter((one) => one.yMm < 20));
    expect(inMargin[0]).toEqual([]);
    expect(pdf.pages.length).toBeGreaterThan(1);
    for (const [index, lines] of inMargin.slice(1).entries()) {
      expect(lines.map((one) => one.text)).toEqual([String(index + 2)]);
      const [number] = lines as [(typeof lines)[number]];
      expect(number.items[0]).toMatchObject({ sizePt: 14, fontName: 'Tinos-Regular' });
      expect(centre(number)).toBeCloseTo(middle, 1);
      // Figures of Times are 0.66 em high.
      const top = number.yMm - (14 * 0.66 * 25.4) / 72;
      expect(Math.abs(top - 10)).toBeLessThan(0.4);
    }
  });

  it('puts the recipients bottom left and the signature on the right', () => {
    const label = line(last, 'Nơi nhận:');
    expect([label.fontName, label.sizePt]).toEqual(['Tinos-Regular', 14]);
    expect(label.xMm).toBeCloseTo(left, 1);
    const under = last.rules.find((one) => one.y1Mm > label.yMm && one.y1Mm < label.yMm + 1.5);
    expect(Math.abs((under?.x2Mm ?? 0) - (under?.x1Mm ?? 0) - label.widthMm)).toBeLessThan(0.5);
    const items = model.recipients.map((text) => line(last, `- ${text}`));
    for (const one of items) expect([one.xMm.toFixed(1), one.sizePt]).toEqual([left.toFixed(1), 12]);
    expect(items.slice(0, -1).every((one) => one.text.endsWith(itemEnd))).toBe(true);
    expect(items.at(-1)?.text).toBe('- Lưu Văn phòng Đảng ủy.');

    const signed = ['T/M ĐẢNG ỦY', 'BÍ THƯ', 'Đinh Văn Trường'].map((text) => line(last, text));
    expect(signed.map((one) => [one.fontName, one.sizePt])).toEqual([
      ['Tinos-Bold', 14],
      ['Tinos-Regular', 14],
      ['Tinos-Bold', 14],
    ]);
    for (const one of signed) {
      expect(centre(one)).toBeCloseTo(centre(signed[0] as (typeof signed)[number]), 1);
      expect(one.xMm).toBeGreaterThan(middle);
    }
    expect(signed[0]?.yMm).toBeCloseTo(label.yMm, 0);
    // About four blank lines for the hand.
    expect((signed[2]?.yMm ?? 0) - (signed[1]?.yMm ?? 0)).toBeGreaterThan(4 * 6);
  });

  it('embeds all four faces of Tinos and is PDF/A-2b', () => {
    expect(pdf.fonts.map((font) => font.name).sort()).toEqual([
      'Tinos-Bold',
      'Tinos-BoldItalic',
      'Tinos-Italic',
      'Tinos-Regular',
    ]);
    expect(pdf.fonts.every((font) => font.embedded)).toBe(true);
    expect(pdf.xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    expect(pdf.info).toMatchObject({ Title: model.meta.title, Author: model.meta.author, Language: 'vi' });
  });
});
