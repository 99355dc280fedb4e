import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import { documentOf, type Kind, type ProfileId } from './rules/documents.ts';
import { type PdfPage, readPdf } from './support/pdf-reader.ts';
import { startTypesetter } from './support/typeset.ts';

/**
 * Where everything stands on paper, to a tenth of a millimetre, as it was when somebody last looked at the pages: a
 * change of the templates, of Typst or of the font that moves anything shows here. When the change is meant, look at the
 * pages and run `npx vitest run tests/main/paper/positions.test.ts -u`.
 */

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

const faces: Record<string, string> = {
  'Tinos-Regular': '',
  'Tinos-Bold': ' b',
  'Tinos-Italic': ' i',
  'Tinos-BoldItalic': ' bi',
};

/** "x y size face text" of each piece, "— x y length" of each rule; places in tenths of a millimetre. */
function placesOf(page: PdfPage): string[] {
  const tenths = (mm: number) => Math.round(mm * 10);
  return [
    `${tenths(page.widthMm)} × ${tenths(page.heightMm)}`,
    ...page.items
      .filter((item) => item.text.trim() !== '')
      .map(
        ({ xMm, yMm, sizePt, fontName, text }) =>
          `${tenths(xMm)} ${tenths(yMm)} ${sizePt}${faces[fontName] ?? ` ${fontName}`} ${text}`,
      ),
    ...page.rules.map(
      ({ x1Mm, y1Mm, x2Mm, y2Mm }) =>
        `— ${tenths(x1Mm)} ${tenths(y1Mm)} ${tenths(Math.hypot(x2Mm - x1Mm, y2Mm - y1Mm))}`,
    ),
  ];
}

const cases: [ProfileId, Kind][] = [
  ['hd36', 'short'],
  ['hd36', 'everything'],
  ['hd05', 'everything'],
  ['hd05', 'letter'],
  ['hd05', 'submission'],
  ['hd05', 'longNamed'],
  ['nd30', 'everything'],
  ['nd30', 'letter'],
];

describe('everything stands where it stood', () => {
  const compare = async (name: string, model: DocumentModel) => {
    const pdf = await readPdf((await typesetter.pdf(model)).bytes);
    const text = `${JSON.stringify(pdf.pages.map(placesOf), null, 1)}\n`;
    await expect(text).toMatchFileSnapshot(`../../fixtures/print-positions/${name}.json`);
  };

  it.each(cases)('in the layout %s, document "%s"', async (id, kind) => {
    await compare(`${id}-${kind}`, documentOf(id, kind));
  });

  it('on paper printed on both sides', async () => {
    const model = documentOf('hd05', 'everything');
    await compare('hd05-two-sided', { ...model, meta: { ...model.meta, isTwoSided: true } });
  });
});
