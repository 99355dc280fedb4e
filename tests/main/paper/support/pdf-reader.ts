import { getDocument, OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Everything is measured from the upper left corner of the sheet, in millimetres; `yMm` of a text is its baseline. */
export type PdfItem = {
  text: string;
  xMm: number;
  yMm: number;
  widthMm: number;
  fontName: string;
  sizePt: number;
};
export type PdfLine = Omit<PdfItem, 'fontName' | 'sizePt'> & { items: PdfItem[] };
/** A straight stroke. */
export type PdfRule = { x1Mm: number; y1Mm: number; x2Mm: number; y2Mm: number; thicknessPt: number };
export type PdfFont = { name: string; embedded: boolean };

export type PdfPage = {
  widthMm: number;
  heightMm: number;
  items: PdfItem[];
  /** Items on one baseline that touch, joined; the two columns of a head stay two lines. */
  lines: PdfLine[];
  rules: PdfRule[];
  text: string;
};

export type PdfContent = {
  pages: PdfPage[];
  fonts: PdfFont[];
  info: Record<string, unknown>;
  xmp: string;
  bookmarks: string[];
  text: string;
};

type Matrix = [number, number, number, number, number, number];

const mmPerPt = 25.4 / 72;
/** Farther apart on one baseline than this is another column; the blank of a number to be written is 7.4 mm. */
const columnGapMm = 8;

/** Reads a PDF back from its own operators and fonts. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  // A copy: the reader takes the buffer for itself.
  const loading = getDocument({
    data: bytes.slice(),
    fontExtraProperties: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  const document = await loading.promise;
  const fonts = new Map<string, PdfFont>();
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    pages.push(await readPage(await document.getPage(number), fonts));
  }
  const { info, metadata } = await document.getMetadata();
  const outline = await document.getOutline();
  const content: PdfContent = {
    pages,
    fonts: [...fonts.values()],
    info: info as Record<string, unknown>,
    xmp: String(metadata?.getRaw() ?? ''),
    bookmarks: titles(outline ?? []),
    text: pages.map((page) => page.text).join('\n'),
  };
  await loading.destroy();
  return content;
}

type Bookmark = { title: string; items: Bookmark[] };

function titles(outline: Bookmark[]): string[] {
  return outline.flatMap((entry) => [entry.title, ...titles(entry.items)]);
}

async function readPage(page: PDFPageProxy, fonts: Map<string, PdfFont>): Promise<PdfPage> {
  const [, , width = 0, height = 0] = page.view;
  const operators = await page.getOperatorList();
  const content = await page.getTextContent({ disableNormalization: true });
  const items: PdfItem[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    const font = page.commonObjs.get(item.fontName) as { name: string; missingFile?: boolean };
    const fontName = font.name.replace(/^[A-Z]{6}\+/u, '');
    fonts.set(fontName, { name: fontName, embedded: font.missingFile === false });
    const [, , c, d, x, y] = item.transform as Matrix;
    items.push({
      text: item.str,
      xMm: x * mmPerPt,
      yMm: (height - y) * mmPerPt,
      widthMm: item.width * mmPerPt,
      fontName,
      sizePt: Math.hypot(c, d),
    });
  }
  const lines = joinLines(items);
  return {
    widthMm: width * mmPerPt,
    heightMm: height * mmPerPt,
    items,
    lines,
    rules: readRules(operators.fnArray, operators.argsArray, height),
    text: lines.map((line) => line.text).join('\n'),
  };
}

function joinLines(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const item of items.filter((one) => one.widthMm > 0 && !isGap(one))) {
    const last = lines.at(-1);
    const gap = last ? item.xMm - (last.xMm + last.widthMm) : 0;
    if (last && Math.abs(last.yMm - item.yMm) < 0.1 && gap > -0.5 && gap < columnGapMm) {
      last.items.push(item);
      last.text += item.text;
      last.widthMm = item.xMm + item.widthMm - last.xMm;
    } else {
      lines.push({ text: item.text, xMm: item.xMm, yMm: item.yMm, widthMm: item.widthMm, items: [item] });
    }
  }
  return lines;
}

/** The reader makes up a blank between columns. */
function isGap(item: PdfItem): boolean {
  return item.text.trim() === '' && item.widthMm > columnGapMm;
}

/** Follows the transformations and line widths of the page's operators to the strokes of straight paths. */
function readRules(functions: readonly number[], args: readonly unknown[], height: number): PdfRule[] {
  const rules: PdfRule[] = [];
  const saved: { matrix: Matrix; thickness: number }[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let thickness = 1;
  functions.forEach((operator, i) => {
    const given = args[i] as number[];
    if (operator === OPS.save) saved.push({ matrix, thickness });
    if (operator === OPS.restore) ({ matrix, thickness } = saved.pop() ?? { matrix, thickness });
    if (operator === OPS.transform) matrix = Util.transform(matrix, given) as Matrix;
    if (operator === OPS.setLineWidth) thickness = given[0] ?? thickness;
    if (operator !== OPS.constructPath || (given[0] as number) !== OPS.stroke) return;
    for (const [from, to] of segments((given[1] as unknown as [ArrayLike<number>])[0])) {
      const [x1, y1] = place(matrix, from);
      const [x2, y2] = place(matrix, to);
      rules.push({
        x1Mm: x1 * mmPerPt,
        y1Mm: (height - y1) * mmPerPt,
        x2Mm: x2 * mmPerPt,
        y2Mm: (height - y2) * mmPerPt,
        thicknessPt: thickness,
      });
    }
  });
  return rules;
}

type Point = [number, number];

function place(matrix: Matrix, [x, y]: Point): Point {
  const [a, b, c, d, e, f] = matrix;
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The reader packs a path as codes and coordinates: 0 moves, 1 draws a line, 2 and 3 curves, 4 closes. */
function segments(path: ArrayLike<number>): [Point, Point][] {
  const coordinates = [2, 2, 6, 4, 0];
  const found: [Point, Point][] = [];
  let at: Point = [0, 0];
  for (let i = 0; i < path.length; ) {
    const code = path[i] ?? 4;
    const count = coordinates[code] ?? 0;
    const end: Point = count === 0 ? at : [path[i + count - 1] ?? 0, path[i + count] ?? 0];
    if (code === 1) found.push([at, end]);
    at = end;
    i += count + 1;
  }
  return found;
}
