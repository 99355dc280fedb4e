import { centred } from './centred.ts';
import { type Piece, paragraphPiece, textRuns } from './flow.ts';
import { ruleLine } from './head.ts';
import { styleId } from './styles.ts';
import { type Setting, textWidthPt } from './typesetting.ts';
import { type Face, ptPerMm } from './units.ts';

/** HD 05, component 5: the type and what it is about, each in the middle, then five hyphens (the state: a rule). */
export function titlePieces(setting: Setting, typeName: string, subject: string | null): Piece[] {
  const { profile, metrics } = setting;
  const p = profile.titles;
  const room = textWidthPt(profile);
  const part = (style: string, face: Face, text: string) =>
    text.split('\n').map((row) =>
      paragraphPiece({
        style,
        keepNext: true,
        ...centred(row, face, { widthPt: p.maxWidthMm * ptPerMm, roomPt: room, metrics }),
      }),
    );
  const pieces = [
    ...part(styleId('typeName'), p.typeName, typeName),
    ...(subject === null ? [] : part(styleId('subject'), p.subject, subject)),
    ...(p.dashes
      ? [paragraphPiece({ style: styleId('dashes'), keepNext: true, children: textRuns(p.dashes.text) })]
      : []),
  ];
  const { rule } = p;
  if (rule) {
    const [text, face] = subject === null ? [typeName, p.typeName] : [subject, p.subject];
    const widest = Math.max(...text.split('\n').map((row) => metrics.width(row, face)));
    const textPt = Math.min(widest, p.maxWidthMm * ptPerMm);
    pieces.push({
      abovePt: 0,
      belowPt: 0,
      styleBelowPt: 0,
      isTable: false,
      isKept: true,
      make: () => ruleLine(rule, textPt, room, face.pitchPt),
    });
  }
  return pieces.map((piece, i) => (i === pieces.length - 1 ? { ...piece, belowPt: p.belowPt } : piece));
}
