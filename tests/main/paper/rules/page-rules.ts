import type { PdfPage } from '../support/pdf-reader.ts';
import { pageNumberFromTopMm, sheet } from './guidelines.ts';
import { endOf, isLevel, isWithin, type Line, middleOf, type Rules } from './paper.ts';

/** Paper, margins, page numbers, and the file itself (domain 1.1). */
export const pageRules: Rules = {
  'the paper is A4, lying only for an appendix that says so': ({ pdf, model }) => {
    const lying = (model.appendices ?? []).filter((one) => one.isLandscape).map((one) => one.label);
    let isLying = false;
    return pdf.pages.flatMap((page, i) => {
      const label = (model.appendices ?? []).find((one) => one.label === page.lines[0]?.text)?.label;
      if (label) isLying = lying.includes(label);
      const [width, height] = isLying ? [sheet.heightMm, sheet.widthMm] : [sheet.widthMm, sheet.heightMm];
      const isRight = Math.abs(page.widthMm - width) < 0.1 && Math.abs(page.heightMm - height) < 0.1;
      return isRight || page.text === '' ? [] : [`page ${i + 1} is ${page.widthMm} × ${page.heightMm}`];
    });
  },

  'the left margin is 30 mm, on a back 15 mm': (paper) =>
    edges(paper).flatMap(({ left, wanted, page }) =>
      Math.abs(left - wanted.left) < 0.3 ? [] : [`page ${page}: ${left.toFixed(1)} mm`],
    ),

  'the right margin is 15 mm, on a back 30 mm': (paper) =>
    edges(paper).flatMap(({ right, wanted, page, isFull }) =>
      right <= wanted.right + 0.3 && (!isFull || Math.abs(right - wanted.right) < 0.5)
        ? []
        : [`page ${page}: text ends at ${right.toFixed(1)} mm`],
    ),

  'the top margin is 20 mm': ({ pdf }) =>
    pdf.pages.flatMap((page, i) => {
      const top = page.lines.find((line) => line.yMm > sheet.topMm);
      // The ink of the first line begins a little below the margin: its baseline is within a line and a gap of it.
      const drop = (top?.yMm ?? sheet.topMm + 5) - sheet.topMm;
      return isWithin(drop, [3, 11]) ? [] : [`page ${i + 1} begins ${drop.toFixed(1)} mm below the margin`];
    }),

  'the bottom margin is 20 mm': ({ pdf }) =>
    pdf.pages.flatMap((page, i) => {
      const margin = page.heightMm - lowestOf(page);
      return margin < sheet.bottomMm ? [`page ${i + 1} leaves ${margin.toFixed(1)} mm`] : [];
    }),

  'pages of running text are full down to the last line': ({ mainPages }) => {
    const going = mainPages.slice(0, -2).filter((page) => page.rules.length < 4 && page.text !== '');
    if (going.length < 4) return null;
    // A line is 7 mm; the fullest page has less than that left, none more than two headings with the text they stay with take.
    const left = going.map((page) => page.heightMm - sheet.bottomMm - lowestOf(page));
    return Math.min(...left) < 8.5 && Math.max(...left) < 40 ? [] : left.map((mm) => `${mm.toFixed(1)} mm`);
  },

  'no text and no line runs over a margin': ({ pdf, model }) =>
    pdf.pages.flatMap((page, i) => {
      const isBack = model.meta.isTwoSided && i % 2 === 1;
      const left = isBack ? sheet.rightMm : sheet.leftMm;
      const right = page.widthMm - (isBack ? sheet.leftMm : sheet.rightMm);
      const parts = [
        ...page.lines.map((line) => ({ from: line.xMm, to: endOf(line), what: line.text })),
        ...page.rules.map((rule) => ({ from: rule.x1Mm, to: rule.x2Mm, what: 'a rule' })),
      ];
      return parts
        .filter(
          (part) => Math.min(part.from, part.to) < left - 0.4 || Math.max(part.from, part.to) > right + 0.4,
        )
        .map((part) => `page ${i + 1}: ${part.what}`);
    }),

  'the first page has no number': ({ first }) =>
    first.lines.some((line) => line.yMm < sheet.topMm) ? ['something stands in the top margin'] : [],

  'every other page has its number, and nothing else, in the top margin': ({ pdf, model }) => {
    if (pdf.pages.length < 2) return null;
    const starts = new Set((model.appendices ?? []).map((one) => one.label));
    let number = 0;
    return pdf.pages.flatMap((page, i) => {
      const shown = page.lines.filter((line) => line.yMm < sheet.topMm).map((line) => line.text);
      const body = page.lines.find((line) => line.yMm > sheet.topMm);
      number = body && starts.has(body.text) ? 1 : number + 1;
      const wanted = number === 1 || !body ? [] : [String(number)];
      return shown.join() === wanted.join() ? [] : [`page ${i + 1} shows "${shown}", not "${wanted}"`];
    });
  },

  'the number of a page has its size, upright': (paper) =>
    eachNumber(paper, ({ item }) =>
      isWithin(item?.sizePt ?? 0, paper.guideline.pageNumberPt) && item?.fontName === 'Tinos-Regular'
        ? null
        : `${item?.sizePt} pt ${item?.fontName}`,
    ),

  'the number of a page stands in the middle': (paper) =>
    eachNumber(paper, ({ middle, wanted }) =>
      Math.abs(middle - wanted) < 0.3 ? null : `${(middle - wanted).toFixed(1)} mm off`,
    ),

  'the number of a page is 10 mm from the edge of the paper': (paper) =>
    eachNumber(paper, ({ line, item }) => {
      // Figures of Times are 0.66 em high.
      const top = line.yMm - (((item?.sizePt ?? 0) * 0.66) / 72) * 25.4;
      return Math.abs(top - pageNumberFromTopMm) < 0.5 ? null : `${top.toFixed(1)} mm`;
    }),

  'only Times is used, and it is inside the file': ({ pdf }) =>
    pdf.fonts
      .filter((font) => !/^Tinos-(?:Regular|Bold|Italic|BoldItalic)$/u.test(font.name) || !font.embedded)
      .map((font) => `${font.name}, embedded: ${font.embedded}`),

  'the file says that it is PDF/A-2b': ({ pdf }) =>
    pdf.xmp.includes('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')
      ? []
      : ['no marker'],

  'the file carries its title, its author and its language': ({ pdf, model }) =>
    pdf.info.Title === model.meta.title && pdf.info.Author === model.meta.author && pdf.info.Language === 'vi'
      ? []
      : [JSON.stringify(pdf.info)],

  'the headings are the bookmarks of the file': ({ pdf, model }) => {
    const blocks = [...model.body, ...(model.appendices ?? []).flatMap((one) => one.body)];
    const count = blocks.filter((block) => block.kind === 'heading').length;
    return count === 0 ? null : pdf.bookmarks.length === count ? [] : [`${pdf.bookmarks.length} of ${count}`];
  },

  'lines that are drawn are thin': ({ pdf }) =>
    pdf.pages
      .flatMap((page) => page.rules)
      .filter((rule) => (isLevel(rule) || rule.x1Mm === rule.x2Mm) && !isWithin(rule.thicknessPt, [0.25, 1]))
      .map((rule) => `${rule.thicknessPt} pt`),
};

function lowestOf(page: PdfPage): number {
  const rules = page.rules.map((rule) => Math.max(rule.y1Mm, rule.y2Mm));
  return Math.max(0, ...page.lines.map((line) => line.yMm), ...rules);
}

type Edge = {
  page: number;
  left: number;
  right: number;
  isFull: boolean;
  wanted: { left: number; right: number };
};

/** The text edges of pages with running text. */
function edges({ pdf, model }: Parameters<Rules[string]>[0]): Edge[] {
  return pdf.pages.flatMap((page, i) => {
    const lines = page.lines.filter((line) => line.yMm > sheet.topMm);
    if (lines.length < 3) return [];
    const isBack = model.meta.isTwoSided && i % 2 === 1;
    const [left, right] = isBack ? [sheet.rightMm, sheet.leftMm] : [sheet.leftMm, sheet.rightMm];
    const found = Math.min(...lines.map((line) => line.xMm), ...page.rules.map((rule) => rule.x1Mm));
    return [
      {
        page: i + 1,
        left: found,
        right: Math.max(...lines.map(endOf)),
        isFull: lines.filter((line) => Math.abs(line.xMm - found) < 0.1).length > 4,
        wanted: { left, right: page.widthMm - right },
      },
    ].filter(({ isFull }) => isFull);
  });
}

type Shown = {
  line: Line;
  item: { sizePt: number; fontName: string } | undefined;
  middle: number;
  wanted: number;
};

function eachNumber(
  { pdf, lines, model }: Parameters<Rules[string]>[0],
  fault: (shown: Shown) => string | null,
): string[] | null {
  const numbers = lines.filter((line) => line.yMm < sheet.topMm);
  if (numbers.length === 0) return pdf.pages.length > 1 && !model.appendices ? ['no number at all'] : null;
  return numbers.flatMap((line) => {
    const width = pdf.pages[line.page]?.widthMm ?? 0;
    const isBack = model.meta.isTwoSided && line.page % 2 === 1;
    const shift = (sheet.leftMm - sheet.rightMm) / 2;
    const wanted = width / 2 + (isBack ? -shift : shift);
    const found = fault({ line, item: line.items[0], middle: middleOf(line), wanted });
    return found === null ? [] : [`page ${line.page + 1}: ${found}`];
  });
}
