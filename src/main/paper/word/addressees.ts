import { Paragraph } from 'docx';
import type { DocumentModel } from '#shared/paper/model.ts';
import { table } from './columns.ts';
import { type Piece, tablePiece, textRuns } from './flow.ts';
import { styleId } from './styles.ts';
import { type Setting, textWidthPt } from './typesetting.ts';
import { ptPerMm } from './units.ts';

/** Between the label and the names. */
const gutterPt = 2 * ptPerMm;

/** HD 05, component 9c: "Kính gửi", "Kính trình"; several names below each other, behind the label. */
export function addresseePiece(
  { profile, metrics }: Setting,
  { label, names }: NonNullable<DocumentModel['addressees']>,
): Piece {
  const p = profile.addressees;
  const items = names.map((name) => (names.length > 1 ? p.prefix : '') + name);
  const labelPt = metrics.width(`${label}:`, p.label) + 1 + gutterPt;
  const longest = Math.max(...items.map((item) => metrics.width(item, p.item))) + 1;
  const namesPt = Math.min(longest, textWidthPt(profile) - labelPt);
  const rows = items.map((item, i) => [
    {
      widthPt: labelPt,
      children: [
        new Paragraph({ style: styleId('addresseeLabel'), children: i === 0 ? textRuns(`${label}:`) : [] }),
      ],
    },
    {
      widthPt: namesPt,
      children: [new Paragraph({ style: styleId('addressee'), children: textRuns(item) })],
    },
  ]);
  return tablePiece(() => table(rows, { alignment: 'center' }), { abovePt: 0, belowPt: p.belowPt });
}
