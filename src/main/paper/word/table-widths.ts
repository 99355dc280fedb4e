import type { PrintCell, PrintTable } from '#shared/paper/model.ts';
import { type Setting, textWidthPt } from './typesetting.ts';
import { type Face, ptPerMm } from './units.ts';

/** What templates/table.typ does: change both. All in points. */

const slack = 0.5;

export type TableLayout = { sizePt: number; widthsPt: number[] };

type Fit = { fits: boolean; widths: number[] };

/** The largest size at which every column is wide enough; at the smallest one words are cut. */
export function tableLayout(setting: Setting, table: PrintTable): TableLayout {
  let sizePt = 9;
  for (sizePt of setting.profile.table.sizesPt) {
    const { fits, widths } = (table.byContent ? contentWidths : columnWidths)(setting, table, sizePt);
    if (fits) return { sizePt, widthsPt: widths };
  }
  const share = textWidthPt(setting.profile) / Math.max(1, table.columns.length);
  return { sizePt, widthsPt: table.columns.map(() => share) };
}

function columnWidths(setting: Setting, table: PrintTable, sizePt: number): Fit {
  const { profile } = setting;
  const p = profile.table;
  const inset = 2 * p.insetMm * ptPerMm;
  const most = p.fixedMaxMm * ptPerMm - inset;
  const header: Face = { sizePt, bold: p.header.bold };
  const fixed = table.columns.map((column, i) => {
    if (column.flexible) return null;
    if (column.widthMm !== undefined) return column.widthMm * ptPerMm;
    const cells = table.rows.map((row) => cellText(row[i]));
    const least = Math.max(
      widestWord(setting, { sizePt }, cells),
      widestWord(setting, header, [column.header]),
      Math.min(most, widestLine(setting, header, [column.header])),
    );
    return Math.max(least, Math.min(most, widestLine(setting, { sizePt }, cells))) + inset + slack;
  });
  const flexible = fixed.filter((width) => width === null).length;
  const used = sum(fixed.map((width) => width ?? 0));
  const share = (textWidthPt(profile) - used) / Math.max(1, flexible);
  return {
    fits: flexible === 0 || share >= p.flexMinMm * ptPerMm,
    widths: fixed.map((width) => width ?? share),
  };
}

/** Each column at least its widest word; what is left is dealt out evenly until a column has enough. */
function contentWidths(setting: Setting, table: PrintTable, sizePt: number): Fit {
  const { profile } = setting;
  const inset = 2 * profile.table.insetMm * ptPerMm;
  const room = textWidthPt(profile);
  const columns = table.columns.map((_, i) => {
    const cells = [...(table.head ?? []), ...table.rows].map((row) => row[i]);
    const all = (measured: typeof widestWord) =>
      Math.max(0, ...cells.map((cell) => measured(setting, cellFace(cell, sizePt), [cellText(cell)])));
    const narrow = all(widestWord);
    const wide = Math.min(room * 0.6, all(widestLine));
    const blank = wide === 0 ? 20 * ptPerMm : 0;
    return { least: narrow + inset + slack, most: Math.max(narrow, wide, blank) + inset + slack };
  });
  const least = columns.map((column) => column.least);
  const most = columns.map((column) => column.most);
  const free = room - sum(least);
  if (free < 0) return { fits: false, widths: least };
  if (sum(most) - sum(least) <= free)
    return { fits: true, widths: most.map((width) => width * (room / sum(most))) };
  const lacks = columns.map((column) => column.most - column.least);
  let rest = free;
  let level = 0;
  for (const [i, lack] of lacks.toSorted((a, b) => a - b).entries()) {
    level = Math.min(lack, rest / (lacks.length - i));
    rest -= level;
  }
  return { fits: true, widths: columns.map((column, i) => column.least + Math.min(lacks[i] ?? 0, level)) };
}

function cellText(cell: PrintCell | undefined): string {
  if (!cell || typeof cell === 'string') return cell ?? '';
  return cell.map((run) => ('break' in run ? '\n' : run.text)).join('');
}

function cellFace(cell: PrintCell | undefined, sizePt: number): Face {
  const isBold = Array.isArray(cell) && cell.some((run) => 'text' in run && run.bold);
  return { sizePt, bold: isBold };
}

function widestWord({ metrics }: Setting, face: Face, texts: readonly string[]): number {
  return Math.max(
    0,
    ...texts.flatMap((text) => text.split(/[ \n]/u)).map((word) => metrics.width(word, face)),
  );
}

function widestLine({ metrics }: Setting, face: Face, texts: readonly string[]): number {
  return Math.max(0, ...texts.flatMap((text) => text.split('\n')).map((line) => metrics.width(line, face)));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
