import type { PrintCell, PrintTable } from '#shared/paper/model.ts';
import { sheet } from './guidelines.ts';
import {
  centredFaults,
  endOf,
  faceFaults,
  isLevel,
  type Line,
  linesOf,
  type Paper,
  ptOf,
  type Rules,
  type Verdict,
} from './paper.ts';

/** Tables (domain 7): inside the margins, the header on every page, no row on two pages. */
export const tableRules: Rules = {
  'the caption of a table is bold and in the middle': (paper) => {
    const captions = tablesOf(paper).flatMap(({ caption }) => caption ?? []);
    if (captions.length === 0) return null;
    return captions.flatMap((caption) => [
      ...faceFaults(paper, caption, { sizePt: [13, 15], face: 'Bold' }),
      ...centredFaults(paper, caption),
    ]);
  },

  'the caption of a table stands on the page of its first row': (paper) =>
    ofTables(paper, (table) => {
      const caption = table.caption ? linesOf(paper.lines, table.caption)?.[0] : undefined;
      const first = longestCell(table.rows[0]);
      const row = caption && linesOf(paper.lines.slice(paper.lines.indexOf(caption)), first)?.[0];
      return !row || row.page === caption.page ? [] : [`"${table.caption}"`];
    }),

  'the header of a table is bold': (paper) =>
    ofTables(paper, (table) =>
      headerCells(table).flatMap((cell) => faceFaults(paper, cell, { sizePt: [9, 14], face: 'Bold' })),
    ),

  'the header of a table stands on each of its pages': (paper) =>
    ofTables(paper, (table) => {
      const [header] = headerCells(table);
      const pages = new Set(
        rowsOf(paper, table)
          .flat()
          .map((line) => line.page),
      );
      if (!header) return [];
      return [...pages]
        .filter(
          (page) =>
            !linesOf(
              paper.lines.filter((line) => line.page === page),
              header,
            ),
        )
        .map((page) => `page ${page + 1} has no "${header}"`);
    }),

  'no row of a table is on two pages': (paper) =>
    ofTables(paper, (table) =>
      rowsOf(paper, table)
        .filter((lines) => new Set(lines.map((line) => line.page)).size > 1)
        .map((lines) => `"${lines[0]?.text}"`),
    ),

  'a table leaves no single row on a page': (paper) =>
    ofTables(paper, (table) => {
      const counts = new Map<number, number>();
      for (const [line] of rowsOf(paper, table))
        if (line) counts.set(line.page, (counts.get(line.page) ?? 0) + 1);
      return table.rows.length < 4
        ? []
        : [...counts].filter(([, count]) => count < 2).map(([page]) => `page ${page + 1}`);
    }),

  'a table takes the whole width between the margins': (paper) =>
    ofTables(paper, (table) => {
      const [line] = rowsOf(paper, table).flat();
      const page = line && paper.pdf.pages[line.page];
      if (!line || !page) return [`"${table.caption}" is not there`];
      const isBack = paper.model.meta.isTwoSided && line.page % 2 === 1;
      const left = isBack ? sheet.rightMm : sheet.leftMm;
      const right = page.widthMm - (isBack ? sheet.leftMm : sheet.rightMm);
      const level = page.rules.filter(isLevel);
      const from = Math.min(...level.map((rule) => rule.x1Mm));
      const to = Math.max(...level.map((rule) => rule.x2Mm));
      return Math.abs(from - left) < 0.6 && Math.abs(to - right) < 0.6
        ? []
        : [`${from.toFixed(1)}–${to.toFixed(1)} mm`];
    }),

  'the words of a table have 9 to 14 pt, their lines up to one and a half of that': (paper) =>
    ofTables(paper, (table) =>
      rowsOf(paper, table)
        .flat()
        .flatMap((line) => {
          const size = line.items[0]?.sizePt ?? 0;
          return size < 9 || size > 14 ? [`"${line.text}" has ${size} pt`] : [];
        })
        .concat(headerCells(table).flatMap((cell) => tooWide(linesOf(paper.lines, cell) ?? []))),
    ),

  'figures stand right, units under units': (paper) =>
    ofTables(paper, (table) =>
      table.columns.flatMap((column, at) => {
        if (column.align !== 'right') return [];
        const cells = rowCells(table, at).flatMap((cell) => linesOf(paper.lines, cell)?.slice(-1) ?? []);
        const ends = cells.filter((line) => line.page === cells[0]?.page).map(endOf);
        return Math.max(...ends) - Math.min(...ends) < 0.3 || ends.length < 2 ? [] : [`column ${at + 1}`];
      }),
    ),
};

function tablesOf({ model }: Paper): PrintTable[] {
  const blocks = [...model.body, ...(model.appendices ?? []).flatMap(({ body }) => body)];
  return blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

function ofTables(paper: Paper, faults: (table: PrintTable) => string[]): Verdict {
  const tables = tablesOf(paper);
  return tables.length === 0 ? null : tables.flatMap(faults);
}

function textOf(cell: PrintCell | undefined): string {
  if (!cell || typeof cell === 'string') return cell ?? '';
  return cell.map((run) => ('break' in run ? '\n' : run.text)).join('');
}

function headerCells({ head, columns }: PrintTable): string[] {
  const cells = head ? head.flat().map(textOf) : columns.map((column) => column.header);
  return cells.filter((cell) => cell.trim() !== '');
}

const longestCell = (row: readonly PrintCell[] | undefined): string =>
  (row ?? []).map(textOf).reduce((longest, cell) => (cell.length > longest.length ? cell : longest), '');

/** The lines of the longest cell of each row, which is never the same in two rows of the documents here. */
function rowsOf({ lines }: Paper, { rows }: PrintTable): Line[][] {
  return rows.map((row) => linesOf(lines, longestCell(row)) ?? []);
}

function rowCells({ rows }: PrintTable, at: number): string[] {
  return rows.map((row) => textOf(row[at])).filter((cell) => /\d{3}/u.test(cell));
}

function tooWide(lines: readonly Line[]): string[] {
  return lines.slice(1).flatMap((line, i) => {
    const pitch = ptOf(line.yMm - (lines[i]?.yMm ?? 0));
    const size = line.items[0]?.sizePt ?? 1;
    return pitch > 0 && pitch > size * 1.5 ? [`${pitch.toFixed(1)} pt between lines of ${size} pt`] : [];
  });
}
