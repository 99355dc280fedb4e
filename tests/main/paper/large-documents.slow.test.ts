import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeSpawner } from '#main/workers/node-process.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import { type PdfContent, readPdf } from './support/pdf-reader.ts';
import { doc, longParagraph, paragraph } from './support/records.ts';
import { appendix, type Changes, composed, expectInside, grid, solid } from './support/typed.ts';
import { startTypesetter } from './support/typeset.ts';

let typesetter: Typesetter;
beforeAll(() => {
  // Of its own: what it holds after these is not for other tests.
  typesetter = startTypesetter(nodeSpawner());
});
afterAll(() => typesetter.dispose());

const printed = async (changes: Changes): Promise<PdfContent> =>
  readPdf((await typesetter.pdf(composed(changes))).bytes);

describe('a very large document', () => {
  it('of 5 MB prints whole', { timeout: 900_000 }, async () => {
    const count = Math.ceil(5_000_000 / new TextEncoder().encode(longParagraph).length);
    const body = doc(...Array.from({ length: count }, (_, i) => paragraph(`${longParagraph} [${i + 1}]`)));
    const { bytes, pages } = await typesetter.pdf(composed({ body }));
    expect(pages).toBeGreaterThan(900);
    expect(bytes.length).toBeGreaterThan(1_000_000);
  });

  it('with one paragraph of 200,000 letters prints it whole', { timeout: 600_000 }, async () => {
    const words = Array.from({ length: 28_000 }, (_, i) => `từ${i}`).join(' ');
    const pdf = await printed({ body: doc(paragraph(words.slice(0, 200_000)), paragraph('Hết.')) });
    expect(
      solid(
        pdf.pages
          .flatMap((page) => page.lines.filter((line) => line.yMm > 19))
          .map((line) => line.text)
          .join(''),
      ),
    ).toContain(solid(words.slice(0, 200_000)));
  });

  it('with a table of 500 rows prints each row once, in an appendix that lies down as well', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => [
      `${i + 1}`,
      `Hộ gia đình thứ ${i + 1} được hỗ trợ`,
      '1.234,5',
    ]);
    const table = grid([['STT', 'Tên hộ', 'Số tiền'], ...rows]);
    for (const body of [
      doc(table, paragraph('Hết.')),
      doc(paragraph('Hết.'), appendix('Danh sách', true), table),
    ]) {
      const pdf = await printed({ body });
      expect(pdf.text.match(/Hộ gia đình thứ \d+ được hỗ trợ/gu)).toHaveLength(500);
      const withRows = pdf.pages.filter((page) => page.text.includes('Hộ gia đình'));
      for (const page of withRows) expect(page.text.match(/Tên hộ/gu)).toHaveLength(1);
      expectInside(pdf);
    }
  });
});
