import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PrintCell, PrintColumn, PrintTable } from '#shared/paper/model.ts';
import { centred } from './centred.ts';
import { noMargins } from './columns.ts';
import { type Piece, paragraphPiece, printRuns, tablePiece, textRuns } from './flow.ts';
import { styleId } from './styles.ts';
import { type TableLayout, tableLayout } from './table-widths.ts';
import { type Setting, textWidthPt } from './typesetting.ts';
import { eighths, exactly, mmTwips, ptPerMm, twips } from './units.ts';

/** A table inside a body: its head repeats on every page and no row is split. */
export function tablePieces(setting: Setting, table: PrintTable, isSticky: boolean): Piece[] {
  const { profile, metrics } = setting;
  const p = profile.table;
  const layout = tableLayout(setting, table);
  const head = table.head ?? [table.columns.map((column) => column.header)];
  const whole = isSticky && table.rows.length <= p.wholeRows;
  const body = () =>
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: layout.widthsPt.reduce((sum, one) => sum + twips(one), 0), type: WidthType.DXA },
      columnWidths: layout.widthsPt.map(twips),
      indent: { size: 0, type: WidthType.DXA },
      margins: {
        ...noMargins,
        // The border stands inside the row here, on its edge in our pages.
        top: mmTwips(p.insetMm / 2) - twips(p.strokePt / 2),
        bottom: mmTwips(p.insetMm / 2) - twips(p.strokePt / 2),
        left: mmTwips(p.insetMm),
        right: mmTwips(p.insetMm),
      },
      borders: lines(p.strokePt),
      rows: [
        ...head.map((row) => headRow(setting, layout, row)),
        ...table.rows.map((row, i) => {
          // A page never begins or ends with a single row; what is signed takes its last rows along.
          const fromEnd = table.rows.length - i;
          const keepNext = whole || i === 0 || fromEnd === 2 || (isSticky && fromEnd <= 2);
          return bodyRow(setting, layout, table, row, keepNext && (fromEnd > 1 || isSticky));
        }),
      ],
    });
  const caption =
    table.caption === null
      ? []
      : [
          paragraphPiece({
            style: styleId('caption'),
            ...centred(table.caption, p.caption, {
              widthPt: profile.titles.maxWidthMm * ptPerMm,
              roomPt: textWidthPt(profile),
              metrics,
            }),
            abovePt: p.gapPt,
            belowPt: p.gapPt / 2,
            keepNext: true,
          }),
        ];
  return [...caption, tablePiece(body, { abovePt: p.gapPt / 2, belowPt: p.gapPt, isKept: isSticky })];
}

function lines(strokePt: number) {
  const one = { style: BorderStyle.SINGLE, size: eighths(strokePt), color: '000000' };
  return { top: one, bottom: one, left: one, right: one, insideHorizontal: one, insideVertical: one };
}

function headRow(setting: Setting, layout: TableLayout, row: readonly PrintCell[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: row.map((cell, i) =>
      cellOf(setting, layout, i, cell, { style: styleId('tableHead'), keepNext: true }),
    ),
  });
}

const alignments: Record<PrintColumn['align'], (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};

function bodyRow(
  setting: Setting,
  layout: TableLayout,
  { columns, rowMm }: PrintTable,
  row: readonly PrintCell[],
  keepNext: boolean,
): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(rowMm !== undefined && { height: { value: mmTwips(rowMm), rule: HeightRule.ATLEAST } }),
    children: row.map((cell, i) =>
      cellOf(setting, layout, i, cell, {
        style: styleId('tableCell'),
        keepNext,
        alignment: alignments[columns[i]?.align ?? 'left'],
      }),
    ),
  });
}

type CellStyle = { style: string; keepNext: boolean; alignment?: (typeof alignments)[PrintColumn['align']] };

function cellOf(
  { profile }: Setting,
  { sizePt, widthsPt }: TableLayout,
  at: number,
  cell: PrintCell,
  { style, keepNext, alignment }: CellStyle,
): TableCell {
  const isSmaller = sizePt !== profile.table.sizesPt[0];
  const face = isSmaller ? { size: sizePt * 2 } : {};
  const children = typeof cell === 'string' ? textRuns(cell, face) : printRuns(cell, face);
  return new TableCell({
    width: { size: twips(widthsPt[at] ?? 0), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style,
        ...(keepNext && { keepNext }),
        ...(alignment && { alignment }),
        ...(isSmaller && { spacing: exactly(sizePt * profile.table.pitchFactor) }),
        children,
      }),
    ],
  });
}
