import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import type { DocumentModel, PrintBlock, PrintTable } from '#shared/paper/model.ts';
import { type PdfContent, readPdf } from './support/pdf-reader.ts';
import { indicators, longParagraph, resolution, sonLien } from './support/records.ts';
import { startTypesetter } from './support/typeset.ts';

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

const base = composeDocument({ document: resolution, name: sonLien, indicators });
const paragraph = (text: string, label = ''): PrintBlock => ({ kind: 'paragraph', label, runs: [{ text }] });
const filler = (words: number) => Array.from({ length: words }, (_, i) => `chữ${i}`).join(' ');

async function printed(body: PrintBlock[], changes: Partial<DocumentModel> = {}): Promise<PdfContent> {
  return readPdf((await typesetter.pdf({ ...base, ...changes, body })).bytes);
}

/** Lines of the body on the page of the signature, above it. */
function company(pdf: PdfContent): string[] {
  const page = pdf.pages.find((one) => one.text.includes('T/M ĐẢNG ỦY'));
  const signature = page?.lines.find((line) => line.text === 'T/M ĐẢNG ỦY');
  const above = page?.lines.filter((line) => line.yMm > 20 && line.yMm < (signature?.yMm ?? 0) - 1) ?? [];
  return above.filter((line) => line.text !== 'Nơi nhận:').map((line) => line.text);
}

/** The page is in two blocks, and never torn: recipients and signature lie on one page. */
function expectWholeClosing(pdf: PdfContent): void {
  const [page, ...others] = pdf.pages.filter((one) => one.text.includes('T/M ĐẢNG ỦY'));
  expect(others).toEqual([]);
  expect(page).toBe(pdf.pages.at(-1));
  for (const text of ['Nơi nhận:', '- Lưu Văn phòng Đảng ủy.', 'BÍ THƯ', 'Đinh Văn Trường']) {
    expect(page?.lines.map((line) => line.text)).toContain(text);
  }
}

describe('the signature', { timeout: 30_000 }, () => {
  const lengths = Array.from({ length: 40 }, (_, i) => i * 13 + 30);

  it('never stands without two lines of the body, however long the last paragraph', async () => {
    for (const words of lengths) {
      const pdf = await printed([
        paragraph(longParagraph),
        paragraph(longParagraph),
        paragraph(filler(words)),
      ]);
      expectWholeClosing(pdf);
      expect(company(pdf).length, `${words} words`).toBeGreaterThanOrEqual(2);
      expect(pdf.text.match(/chữ\d+/gu)).toHaveLength(words);
    }
  });

  it('takes the end of the paragraph before along when the last has one line', async () => {
    for (const words of lengths) {
      const pdf = await printed([
        paragraph(longParagraph),
        paragraph(filler(words)),
        paragraph('Nghị quyết có hiệu lực từ ngày ký.'),
      ]);
      expectWholeClosing(pdf);
      expect(company(pdf).length, `${words} words`).toBeGreaterThanOrEqual(2);
    }
  });

  it('breaks a paragraph before it as if it were one', async () => {
    const text = filler(150);
    const whole = (await printed([paragraph(text), paragraph('Hết.'), paragraph('Hết.'), paragraph('Hết.')]))
      .pages[0];
    const ending = (await printed([paragraph(text)])).pages[0];
    const rows = (page: typeof whole) =>
      page?.lines.filter((line) => line.text.includes('chữ')).map((line) => line.text.trim());
    expect(rows(ending)).toEqual(rows(whole));
    const edges = ending?.lines.filter((line) => line.text.includes('chữ')).slice(0, -1) ?? [];
    for (const line of edges) expect(line.xMm + line.widthMm).toBeCloseTo(195, 0);
  });

  it('keeps the last rows of a table with it, and stands alone in a paper without a body', async () => {
    for (const rows of [3, 6, 14, 22, 26, 60]) {
      const pdf = await printed([table(rows)]);
      expectWholeClosing(pdf);
      expect(company(pdf).length, `${rows} rows`).toBeGreaterThanOrEqual(2);
    }
    expectWholeClosing(await printed([]));
  });

  it('lets a list of recipients that is longer than the page go on', async () => {
    const recipients = Array.from({ length: 100 }, (_, i) => `Chi bộ số ${i + 1};`);
    const pdf = await printed([paragraph(longParagraph)], { recipients });
    for (const recipient of recipients) expect(pdf.text).toContain(`- ${recipient}`);
    for (const line of pdf.pages.flatMap((page) => page.lines)) expect(line.yMm).toBeLessThan(278);
  });
});

function table(rows: number): PrintTable {
  return {
    kind: 'table',
    caption: 'Biểu chỉ tiêu',
    columns: [
      { header: 'STT', align: 'center', flexible: false },
      { header: 'Chỉ tiêu', align: 'left', flexible: true },
      { header: 'Kế hoạch\nhuyện giao', align: 'right', flexible: false },
    ],
    rows: Array.from({ length: rows }, (_, i) => [
      String(i + 1),
      `Tên dòng ${i + 1} ${filler(12)}`,
      '1.234,5',
    ]),
  };
}

describe('a table', { timeout: 30_000 }, () => {
  it('repeats its header, splits no row and leaves no single row behind', async () => {
    const befores = Array.from({ length: 14 }, (_, i) => i * 9 + 130);
    const cases = [[0, 40], ...befores.flatMap((before) => [5, 12].map((rows) => [before, rows]))];
    for (const [before = 0, rows = 0] of cases) {
      const pdf = await printed([
        paragraph(filler(before)),
        table(rows),
        paragraph(longParagraph),
        paragraph('Hết.'),
      ]);
      const perPage = pdf.pages.map(
        (page) => page.lines.filter((line) => line.text.includes('Tên dòng')).length,
      );
      expect(perPage.reduce((sum, count) => sum + count, 0)).toBe(rows);
      for (const [i, page] of pdf.pages.entries()) {
        const count = perPage[i] ?? 0;
        if (count === 0) continue;
        expect(count, `${before}/${rows}`).toBeGreaterThanOrEqual(2);
        expect(page.lines.filter((line) => line.text.trim() === 'STT')).toHaveLength(1);
        // Every row has its number, its name and its whole second line on the same page.
        expect(page.text.match(/chữ11(?!\d)/gu)?.length ?? 0).toBeGreaterThanOrEqual(count);
        expect(page.text.match(/1\.234,5/gu)).toHaveLength(count);
      }
    }
  });

  it('stays with its caption and with the sentence that announces it', async () => {
    for (let words = 180; words < 260; words += 8) {
      const pdf = await printed([
        paragraph(filler(words)),
        paragraph('Kết quả như sau:'),
        table(8),
        paragraph('Hết.'),
      ]);
      const page = pdf.pages.find((one) => one.text.includes('Biểu chỉ tiêu'));
      expect(page?.text, `${words} words`).toContain('Tên dòng 1 ');
      expect(page?.text).toContain('Kết quả như sau:');
    }
  });

  it('fits wide content by a smaller size, inside the margins', async () => {
    const wide = {
      ...table(0),
      columns: [
        'STT',
        'Chỉ tiêu',
        'Đơn vị tính',
        'Kế hoạch',
        'Thực hiện',
        'So với kế hoạch',
        'So với cùng kỳ',
        'Ghi chú',
      ].map((header, i) => ({
        header,
        align: i === 1 ? ('left' as const) : ('right' as const),
        flexible: i === 1,
      })),
      rows: [
        [
          '1',
          'Tổng thu ngân sách nhà nước trên địa bàn',
          'triệu đồng/người/năm',
          '6.988.329.032',
          '10.072.117.000',
          '144,13',
          '105,1',
          'tăng',
        ],
      ],
    };
    const [page] = (await printed([wide, paragraph('Hết.')])).pages;
    const cells =
      page?.lines.filter((line) => line.items[0] && line.items[0].sizePt < 14 && line.yMm < 200) ?? [];
    expect(cells.some((line) => line.text.includes('6.988.329.032'))).toBe(true);
    for (const line of page?.lines ?? []) expect(line.xMm + line.widthMm).toBeLessThan(195.5);
    for (const rule of page?.rules ?? []) expect(Math.max(rule.x1Mm, rule.x2Mm)).toBeLessThan(195.5);
  });
});

it('keeps a heading with its text', { timeout: 30_000 }, async () => {
  for (let words = 150; words < 320; words += 10) {
    const pdf = await printed([
      paragraph(filler(words)),
      { kind: 'heading', level: 1, label: 'I- ', runs: [{ text: 'Mục lớn' }] },
      { kind: 'heading', level: 2, label: '1. ', runs: [{ text: 'Mục nhỏ' }] },
      paragraph(`Đầu đoạn ${longParagraph}`),
      paragraph(longParagraph),
    ]);
    const page = pdf.pages.find((one) => one.text.includes('I- MỤC LỚN'));
    expect(page?.text, `${words} words`).toContain('Đầu đoạn');
  }
});
