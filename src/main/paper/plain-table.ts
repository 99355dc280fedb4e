import type { PrintCell, PrintColumn, PrintRun, PrintTable } from '#shared/paper/model.ts';
import type { Block, Inline } from '#shared/text-model/body.ts';

type Table = Extract<Block, { type: 'table' }>;
type Row = Table['content'][number];
type Cell = Row['content'][number];
type ToRuns = (content: readonly Inline[] | undefined) => PrintRun[];

/** A table as the clerk wrote it. One without words is the editor's, not the paper's. */
export function plainTable(table: Table, toRuns: ToRuns): PrintTable[] {
  const rows = table.content.map((row) => row.content.map((cell) => printCell(cell, toRuns)));
  if (rows.every((row) => row.every((cell) => cell.length === 0))) return [];
  const headers = headerCount(table.content);
  const body = rows.slice(headers);
  const columns = rows[0]?.map((_, at) => column(body.map((row) => wordsOf(row[at]))));
  return [
    {
      kind: 'table',
      caption: null,
      columns: columns ?? [],
      head: rows.slice(0, headers),
      rows: body,
      byContent: true,
    },
  ];
}

/** Rows of header cells at the top; the last row of a table is never one of them. */
function headerCount(rows: readonly Row[]): number {
  const body = rows.findIndex((row) => row.content.some((cell) => !cell.attrs.header));
  return body < 0 ? rows.length - 1 : body;
}

/** Its paragraphs, each on a new line. */
function printCell(cell: Cell, toRuns: ToRuns): PrintRun[] {
  const lines = cell.content.map((part) => toRuns(part.content)).filter((runs) => runs.length > 0);
  const runs = lines.flatMap((line, i): PrintRun[] => (i > 0 ? [{ break: true }, ...line] : line));
  return cell.attrs.header ? runs.map((run) => ('break' in run ? run : { ...run, bold: true })) : runs;
}

function wordsOf(cell: PrintCell | undefined): string {
  if (!cell || typeof cell === 'string') return cell ?? '';
  return cell
    .map((run) => ('break' in run ? ' ' : run.text))
    .join('')
    .trim();
}

/** "1.234,5", "-3", "106,67 %"; a dash or nothing stands for no figure. */
const quantity = /^[-+\u2212]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\s?%?$/u;
const nothing = /^[-\u2013\u2014]?$/u;

/** Figures stand on the right, units under units; numbers that only count the rows stand in the middle. */
function column(cells: readonly string[]): PrintColumn {
  const filled = cells.filter((cell) => !nothing.test(cell));
  const isNumeric = filled.length > 0 && filled.every((cell) => quantity.test(cell));
  const counts = isNumeric && filled.every((cell, i) => cell === String(i + 1));
  return { header: '', align: counts ? 'center' : isNumeric ? 'right' : 'left', flexible: false };
}
