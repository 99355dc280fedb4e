import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import { indicatorTables } from '#main/features/indicators/index.ts';
import { documentNumbering, printBlocks } from '#main/paper/blocks.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import type { PrintTable } from '#shared/paper/model.ts';
import type { Block } from '#shared/text-model/body.ts';
import { type PdfContent, readPdf } from './support/pdf-reader.ts';
import { doc, indicators, longParagraph, paragraph, resolution, sonLien, text } from './support/records.ts';
import { startTypesetter } from './support/typeset.ts';

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

type Line = Parameters<typeof text>;
type Cells = (string | Line[])[];

/** Rows of words; a cell given as lines has one paragraph a line. */
function table(headers: number, ...rows: Cells[]): Block {
  return {
    type: 'table',
    content: rows.map((cells, row) => ({
      type: 'tableRow',
      content: cells.map((cell) => {
        const lines: Line[] = typeof cell === 'string' ? (cell ? [[cell]] : []) : cell;
        return {
          type: 'tableCell',
          attrs: { header: row < headers },
          content:
            lines.length > 0
              ? lines.map((line) => ({ type: 'paragraph' as const, content: [text(...line)] }))
              : [{ type: 'paragraph' as const }],
        };
      }),
    })),
  };
}

const blocksOf = (...content: Block[]) =>
  printBlocks(doc(...content), documentNumbering(), { table: indicatorTables(indicators, 'huyện') });
const tableOf = (...rows: Parameters<typeof table>) => blocksOf(table(...rows))[0] as PrintTable;

async function printed(...content: Block[]): Promise<PdfContent> {
  const document = { ...resolution, body: doc(...content) };
  return readPdf((await typesetter.pdf(composeDocument({ document, name: sonLien, indicators }))).bytes);
}

const funds: Block = table(
  1,
  ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Kinh phí (triệu đồng)', 'Ghi chú'],
  ['1', 'Sửa chữa hội trường xã', 'Ủy ban nhân dân xã', '1.234,5', ''],
  [
    '2',
    [
      ['Mua sắm thiết bị', 'bold'],
      ['phòng họp trực tuyến', 'italic'],
    ],
    'Văn phòng Đảng ủy',
    '-',
    'Chuyển tiếp',
  ],
  ['3', 'Tập huấn nghiệp vụ công tác Đảng cho cấp ủy các chi bộ trực thuộc', 'Đảng ủy', '20', ''],
);

describe('a table that the clerk wrote, as a model', () => {
  it('has its rows, its header, and figures on the right', () => {
    const [model] = blocksOf(funds) as [PrintTable];
    expect(model.columns.map(({ align }) => align)).toEqual(['center', 'left', 'left', 'right', 'left']);
    expect(model.head).toEqual([
      ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Kinh phí (triệu đồng)', 'Ghi chú'].map((word) => [
        { text: word, bold: true },
      ]),
    ]);
    expect(model.rows[1]?.[1]).toEqual([
      { text: 'Mua sắm thiết bị', bold: true },
      { break: true },
      { text: 'phòng họp trực tuyến', italic: true },
    ]);
    expect(model.rows[0]?.[4]).toEqual([]);
  });

  it('may have no header, several header rows, or nothing but header cells', () => {
    expect(tableOf(0, ['a', 'b'])).toMatchObject({ head: [], rows: [[[{ text: 'a' }], [{ text: 'b' }]]] });
    expect(tableOf(2, ['a'], ['b'], ['c']).head).toHaveLength(2);
    expect(tableOf(2, ['a'], ['b'])).toMatchObject({ head: [[[{ text: 'a' }]]], rows: [[[{ text: 'b' }]]] });
  });

  it('takes for figures what is one', () => {
    const aligned = (...cells: string[]) => tableOf(0, ...cells.map((cell) => [cell])).columns[0]?.align;
    for (const cells of [
      ['1.234', '-5'],
      ['106,67%', '12 %', '–'],
      ['2021', '0,5', ''],
    ]) {
      expect(aligned(...cells), cells.join()).toBe('right');
    }
    for (const cells of [['1.2.3'], ['24/12/2021'], ['5 ha'], ['', '-'], ['12,', '3'], ['1', 'hai']]) {
      expect(aligned(...cells), cells.join()).toBe('left');
    }
    expect(aligned('1', '2', '3')).toBe('center');
  });

  it('is left out without words', () => {
    expect(blocksOf(table(1, ['', ''], ['', '']))).toEqual([]);
  });
});

describe('a table that the clerk wrote, on paper', { timeout: 30_000 }, () => {
  it('has a bold header in the middle, and keeps bold, italic and lines', async () => {
    const [first] = (await printed(paragraph('Kinh phí như sau:'), funds, paragraph(longParagraph))).pages;
    const item = (words: string) => first?.items.find((one) => one.text.includes(words));
    expect(item('TT')?.fontName).toBe('Tinos-Bold');
    expect(item('Mua sắm')?.fontName).toBe('Tinos-Bold');
    expect(item('phòng họp')?.fontName).toBe('Tinos-Italic');
    expect(item('Sửa chữa')).toMatchObject({ fontName: 'Tinos-Regular', sizePt: 13 });
    expect(item('phòng họp')?.yMm).toBeGreaterThan(item('Mua sắm')?.yMm ?? 0);
    const right = (words: string) => {
      const found = first?.lines.find(({ text: line }) => line === words);
      return (found?.xMm ?? Number.NaN) + (found?.widthMm ?? Number.NaN);
    };
    expect(right('1.234,5')).toBeCloseTo(right('20'), 0);
    const rules = first?.rules.filter((rule) => rule.thicknessPt === 0.5) ?? [];
    expect(Math.min(...rules.map((rule) => rule.x1Mm))).toBeCloseTo(30, 0);
    expect(Math.max(...rules.map((rule) => rule.x2Mm))).toBeCloseTo(195, 0);
  });

  it('repeats its header rows and splits no row', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i): Cells => [
        String(i + 1),
        `Công việc thứ ${i + 1} [đầu] ${'thực hiện theo kế hoạch '.repeat(3)} [cuối ${i + 1}]`,
        `${i},5`,
      ],
    );
    const pdf = await printed(
      table(2, ['TT', 'Nội dung', 'Số'], ['(a)', '(b)', '(c)'], ...rows),
      paragraph('Hết.'),
    );
    expect(pdf.pages.length).toBeGreaterThan(2);
    const withRows = pdf.pages.filter((page) => page.text.includes('Công việc thứ'));
    for (const page of withRows) expect(page.text).toContain('(b)');
    const firsts = (page: PdfContent['pages'][number]) => page.text.match(/Công việc thứ \d+/gu)?.length ?? 0;
    const lasts = (page: PdfContent['pages'][number]) => page.text.match(/\[cuối/gu)?.length ?? 0;
    for (const page of pdf.pages) expect(firsts(page)).toBe(lasts(page));
    expect(pdf.pages.map(firsts).reduce((a, b) => a + b)).toBe(60);
  });

  it('fits twenty columns, and words without end, on the paper', async () => {
    const cells = Array.from({ length: 20 }, (_, i) => `Cột ${i + 1}`);
    const pdf = await printed(
      table(
        1,
        cells,
        cells.map(() => '106,67'),
      ),
      table(0, ['Nghịquyết'.repeat(40), 'x'], ['y', '']),
      paragraph('Hết.'),
    );
    for (const item of pdf.pages.flatMap((page) => page.items))
      expect(item.xMm + item.widthMm).toBeLessThan(196);
    expect(pdf.text.match(/106,67/gu)).toHaveLength(20);
  });

  it('loses no word of cells that fill pages, in the body, in the header or before the signature', async () => {
    const words = (from: number) => Array.from({ length: 900 }, (_, i) => `chữ${from + i}`).join(' ');
    for (const headers of [0, 1]) {
      for (const after of [[], [paragraph('Hết.')]]) {
        const pdf = await printed(
          table(headers, [words(0), 'một'], ['hai', words(1_000)], ['ba', [[words(2_000)], [longParagraph]]]),
          ...after,
        );
        expect(new Set(pdf.text.match(/chữ\d+/gu)).size, `${headers} headers`).toBe(2_700);
        for (const item of pdf.pages.flatMap((page) => page.items)) expect(item.yMm).toBeLessThan(278);
      }
    }
  });

  it('keeps the height of an empty row', async () => {
    const pdf = await printed(table(0, ['trước', ''], ['', ''], ['sau', '']), paragraph('Hết.'));
    const y = (words: string) => pdf.pages[0]?.lines.find((line) => line.text === words)?.yMm ?? 0;
    expect(y('sau') - y('trước')).toBeGreaterThan(11);
  });

  it('stands before the signature, also when it is all there is', async () => {
    for (const rows of [1, 3, 12, 40]) {
      const pdf = await printed(
        table(1, ['TT', 'Tên'], ...Array.from({ length: rows }, (_, i) => [String(i + 1), 'a'])),
      );
      const page = pdf.pages.at(-1);
      expect(page?.text).toContain('T/M ĐẢNG ỦY');
      expect(page?.lines.some((line) => line.text === String(rows))).toBe(true);
    }
  });
});
