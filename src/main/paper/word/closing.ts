import { Paragraph } from 'docx';
import type { PrintSignature } from '#shared/paper/model.ts';
import { centred } from './centred.ts';
import { columns } from './columns.ts';
import { type Piece, tablePiece, textRuns } from './flow.ts';
import { styleId } from './styles.ts';
import { type Setting, textWidthPt } from './typesetting.ts';
import { exactly, type Face, ptPerMm } from './units.ts';

/** Left and right of the end of a paper: it stays whole, and the end of the text stays with it. */
export function closingPiece(
  { profile }: Setting,
  left: (widthPt: number) => Paragraph[],
  right: (widthPt: number) => Paragraph[],
): Piece {
  const p = profile.closing;
  const [leftPt, rightPt] = [p.leftMm * ptPerMm, p.rightMm * ptPerMm];
  const gap = textWidthPt(profile) - leftPt - rightPt;
  const parts = { left: left(leftPt), right: right(rightPt) };
  const { heightMm, topMm, bottomMm } = profile.page;
  const leftHeight = parts.left.length * profile.recipients.item.pitchPt;
  return tablePiece(
    () =>
      columns(
        [
          { widthPt: leftPt + gap, rightPt: gap, children: parts.left },
          { widthPt: rightPt, children: parts.right },
        ],
        { isSplittable: leftHeight > (heightMm - topMm - bottomMm) * ptPerMm * 0.8 },
      ),
    { abovePt: p.abovePt, belowPt: 0 },
  );
}

/** HD 05, component 7: authority bold, title regular, about four blank lines, name bold, all in the middle. */
export function signatureLines(
  { profile, metrics }: Setting,
  widthPt: number,
  signature: PrintSignature,
  rows = 0,
): Paragraph[] {
  const p = profile.signature;
  const part = (style: string, face: Face, text: string, extraPt = 0) =>
    new Paragraph({
      style,
      ...centred(text, face, { widthPt, roomPt: widthPt, metrics }),
      ...(extraPt > 0 && {
        spacing: exactly(p.pitchPt, { beforePt: p.blankLines * p.pitchPt + extraPt }),
      }),
    });
  const missing = Math.max(0, rows - signatureRows(signature));
  return [
    ...(signature.authority === ''
      ? []
      : signature.authority.split('\n').map((row) => part(styleId('authority'), p.authority, row))),
    ...(signature.title === null ? [] : [part(styleId('signerTitle'), p.title, signature.title)]),
    part(styleId('signerName'), p.name, signature.name, missing * p.pitchPt),
  ];
}

/** Above the blank lines; of two signatures the shorter one gets more of these. */
export function signatureRows({ authority, title }: PrintSignature): number {
  return (authority === '' ? 0 : authority.split('\n').length) + (title === null ? 0 : 1);
}

/** HD 05, component 9: "Nơi nhận:" underlined, the list smaller, bottom left. */
export function recipientLines({ profile }: Setting, items: readonly string[]): Paragraph[] {
  if (items.length === 0) return [];
  const { label, item } = profile.recipients;
  return [
    new Paragraph({ style: styleId('recipientsLabel'), children: textRuns(label.text) }),
    ...items.map(
      (one) => new Paragraph({ style: styleId('recipient'), children: textRuns(item.prefix + one) }),
    ),
  ];
}
