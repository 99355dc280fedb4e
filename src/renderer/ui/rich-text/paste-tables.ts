import { tableLimits } from '#shared/text-model/body.ts';
import { isAllBold } from './paste-styles.ts';

/** A cell of the page, or the room that a merged cell takes beside or below itself. */
type Cell = { element: HTMLTableCellElement | null; header: boolean };

/** Makes a table of the page one that the model has. What is none, or too large for one, becomes lines of text. */
export function plainTables(table: HTMLTableElement): void {
  const rows = gridOf(table).filter((row) => row.some(({ element }) => element && hasWords(element)));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const isTable = width > 0 && rows.length * width > 1;
  if (!isTable || width > tableLimits.columns || rows.length > tableLimits.rows) {
    cellsAsText(table);
    return;
  }
  const page = table.ownerDocument;
  const made = page.createElement('table');
  const headers = headerCount(rows);
  for (const [index, row] of rows.entries()) {
    const line = made.insertRow();
    for (let at = 0; at < width; at++) {
      const { element = null, header = false } = row[at] ?? {};
      const cell = page.createElement(index < headers || header ? 'th' : 'td');
      cell.append(...(element ? linesOf(element) : [page.createElement('p')]));
      line.append(cell);
    }
  }
  const caption = table.querySelector('caption');
  if (caption && hasWords(caption)) table.before(asParagraph(caption));
  table.replaceWith(made);
}

/** Each row of a table that stays none, as a line; a table of one cell just gives its content. */
export function cellsAsText(table: Element): void {
  const cells = [...table.querySelectorAll(':scope > * > tr > *, :scope > tr > *')];
  const [only] = cells;
  if (only && cells.length === 1) {
    table.replaceWith(...only.childNodes);
    return;
  }
  const rows = [...Map.groupBy(cells, (cell) => cell.parentElement).values()];
  const page = table.ownerDocument;
  table.replaceWith(...rows.filter((row) => row.some(hasWords)).map((row) => rowAsParagraph(row, page)));
}

function rowAsParagraph(cells: readonly Element[], page: Document): Element {
  const paragraph = page.createElement('p');
  for (const cell of cells.filter(hasWords)) {
    if (paragraph.hasChildNodes()) paragraph.append(' ');
    paragraph.append(
      ...linesOf(cell).flatMap((line, i) => (i > 0 ? [' ', ...line.childNodes] : [...line.childNodes])),
    );
  }
  return paragraph;
}

/** Merged cells taken apart: their words stand in the first place, the others stay empty, so that columns stay aligned. */
function gridOf(table: HTMLTableElement): Cell[][] {
  const grid: Cell[][] = [...table.rows].map(() => []);
  const rows = [...table.rows];
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const element of row.cells) {
      while (grid[y]?.[x]) x++;
      const header = element.tagName === 'TH';
      // Wider than any table of ours is too wide, however much.
      const right = x + Math.min(element.colSpan, tableLimits.columns + 1);
      const bottom = Math.min(rows.length, y + Math.max(1, element.rowSpan));
      for (let down = y; down < bottom; down++) {
        for (let across = x; across < right; across++) {
          const line = grid[down];
          if (line) line[across] = { element: down === y && across === x ? element : null, header };
        }
      }
      x = right;
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? { element: null, header: false }));
}

/**
 * The rows of head cells; without such, the first row when all its words are bold and not all of the table is, with the
 * rows into which its merged cells reach.
 */
function headerCount(rows: readonly Cell[][]): number {
  const isHead = (row: Cell[]) => row.every(({ header }) => header);
  const isBold = (row: Cell[]) => row.every(({ element }) => !element || isAllBold(element));
  const [first, ...others] = rows;
  if (!first || others.length === 0) return 0;
  const body = rows.findIndex((row) => !isHead(row));
  if (body > 0) return body;
  if (body < 0 || !isBold(first) || others.every(isBold)) return 0;
  const reach = Math.max(...first.map(({ element }) => element?.rowSpan ?? 1));
  return Math.min(reach, others.length);
}

function hasWords(element: Element): boolean {
  return element.textContent?.trim() !== '';
}

const blocks = 'p, div, ul, li, h1, h2, h3, h4, h5, h6, blockquote, pre, section, article, center';

/** The content of a cell as paragraphs, with its bold and italic. */
function linesOf(cell: Element): Element[] {
  const page = cell.ownerDocument;
  const lines: Element[] = [];
  let loose: Element | null = null;
  const walk = (parent: Element, sign: string) => {
    for (const node of [...parent.childNodes]) {
      if (node instanceof Element && node.matches(blocks)) {
        loose = null;
        walk(node, node.tagName === 'LI' ? '- ' : sign);
        loose = null;
      } else if (node instanceof Element && node.querySelector(blocks)) {
        walk(node, sign);
      } else if (node.textContent?.trim() || loose) {
        if (!loose) {
          loose = page.createElement('p');
          loose.append(sign);
          lines.push(loose);
          sign = '';
        }
        loose.append(node);
      }
    }
  };
  walk(cell, '');
  return lines.length > 0 ? lines : [page.createElement('p')];
}

function asParagraph(element: Element): Element {
  const paragraph = element.ownerDocument.createElement('p');
  paragraph.append(...element.childNodes);
  return paragraph;
}
