import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { spacer } from './flow.ts';
import { twips } from './units.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const bare = { top: none, bottom: none, left: none, right: none };
export const noMargins = { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 };

type Column = { widthPt: number; rightPt?: number; children: Paragraph[] };

/** Texts beside each other without lines, as one row that stays on its page. */
export function columns(
  parts: readonly Column[],
  more: { alignment?: 'center'; isSplittable?: boolean } = {},
): Table {
  return table([parts], more);
}

export function table(
  rows: readonly (readonly Column[])[],
  { alignment, isSplittable = false }: { alignment?: 'center'; isSplittable?: boolean } = {},
): Table {
  const widths = (rows[0] ?? []).map(({ widthPt }) => twips(widthPt));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...bare, insideHorizontal: none, insideVertical: none },
    margins: noMargins,
    ...(alignment ? { alignment } : { indent: { size: 0, type: WidthType.DXA } }),
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: !isSplittable,
          children: row.map(
            ({ widthPt, rightPt = 0, children }) =>
              new TableCell({
                width: { size: twips(widthPt), type: WidthType.DXA },
                borders: bare,
                margins: { ...noMargins, right: twips(rightPt) },
                children: children.length > 0 ? children : [spacer(1)],
              }),
          ),
        }),
    ),
  });
}
