import type { PdfItem, PdfPage } from '../../tests/main/print/support/pdf-reader.ts';

/**
 * What differs between two pages that should have the same words at the same places. A printer's language keeps how
 * letters are drawn and not which they are, so one sign of one font has to stand for one letter on the whole page.
 */
export function differenceOf(ours: PdfPage, printed: PdfPage): string | null {
  const letters = new Map<string, string>();
  const [our, their] = [lines(ours), lines(printed)];
  if (our.length !== their.length) return `${their.length} lines instead of ${our.length}`;
  for (const [i, line] of our.entries()) {
    const signs = their[i] ?? [];
    if (signs.length !== line.length)
      return `line ${i + 1} has ${signs.length} letters instead of ${line.length}`;
    for (const [k, { sign: letter }] of line.entries()) {
      const key = `${signs[k]?.font} ${signs[k]?.sign}`;
      const known = letters.get(key);
      if (known !== undefined && known !== letter) return `line ${i + 1}: "${letter}" became "${known}"`;
      letters.set(key, letter);
    }
  }
  return null;
}

/** The number of the page above is drawn with a font of its own that bears the name of another. */
const numberMm = 16;

type Sign = { font: string; sign: string };

/** From above, each from the left, without blanks. */
function lines({ items }: PdfPage): Sign[][] {
  const found: { yMm: number; items: PdfItem[] }[] = [];
  for (const item of items.filter(({ text, yMm }) => text.trim() !== '' && yMm > numberMm)) {
    const line = found.find(({ yMm }) => Math.abs(yMm - item.yMm) < 0.5);
    if (line) line.items.push(item);
    else found.push({ yMm: item.yMm, items: [item] });
  }
  return found
    .sort((a, b) => a.yMm - b.yMm)
    .map((line) =>
      line.items
        .sort((a, b) => a.xMm - b.xMm)
        .flatMap(({ text, fontName }) =>
          [...text].filter((sign) => sign.trim() !== '').map((sign) => ({ font: fontName, sign })),
        ),
    );
}
