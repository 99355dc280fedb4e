import {
  type AlignmentType,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx';
import type { PrintRun } from '#shared/paper/model.ts';
import { styleId } from './styles.ts';
import { exactly, twips } from './units.ts';

/** A part of a page from top to bottom, with the room it wants around it: of two neighbours the greater one counts. */
export type Piece = {
  abovePt: number;
  belowPt: number;
  /** The room that the style itself leaves below, in points. */
  styleBelowPt: number;
  isTable: boolean;
  isKept: boolean;
  make: (spacing: IParagraphOptions['spacing']) => Paragraph | Table;
};

export type ParagraphSpec = {
  style: string;
  children: ParagraphChild[];
  abovePt?: number;
  /** Without it what the style leaves. */
  belowPt?: number;
  styleBelowPt?: number;
  indent?: { left: number; right: number };
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  keepNext?: boolean;
  heading?: IParagraphOptions['heading'];
};

export function paragraphPiece(spec: ParagraphSpec): Piece {
  const { abovePt = 0, styleBelowPt = 0, belowPt = styleBelowPt, style, heading, ...rest } = spec;
  return {
    abovePt,
    belowPt,
    styleBelowPt,
    isTable: false,
    isKept: spec.keepNext ?? false,
    make: (spacing) =>
      new Paragraph({ ...(heading ? { heading } : { style }), ...rest, ...(spacing && { spacing }) }),
  };
}

export function tablePiece(
  make: () => Table,
  room: { abovePt: number; belowPt: number; isKept?: boolean },
): Piece {
  return {
    abovePt: room.abovePt,
    belowPt: room.belowPt,
    styleBelowPt: 0,
    isTable: true,
    isKept: room.isKept ?? false,
    make,
  };
}

/** The pieces below each other. A table cannot leave room itself: its neighbour does, or an empty line between two. */
export function flow(pieces: readonly Piece[]): (Paragraph | Table)[] {
  return pieces.flatMap((piece, i) => {
    const before = pieces[i - 1];
    const after = pieces[i + 1];
    const above = before ? Math.max(before.belowPt, piece.abovePt) : 0;
    const below = after ? Math.max(piece.belowPt, after.abovePt) : 0;
    if (piece.isTable) {
      const made = piece.make(undefined);
      return before?.isTable ? [spacer(above, before.isKept), made] : [made];
    }
    const spacing = {
      ...(before?.isTable && above > 0 && { before: twips(above) }),
      ...(below !== piece.styleBelowPt && { after: twips(below) }),
    };
    return [piece.make(Object.keys(spacing).length > 0 ? spacing : undefined)];
  });
}

/** An empty line of that height. */
export function spacer(heightPt: number, keepNext = false): Paragraph {
  return new Paragraph({
    style: styleId('gap'),
    ...(keepNext && { keepNext }),
    spacing: exactly(Math.max(1, heightPt)),
  });
}

type RunFace = { bold?: true; italics?: true; size?: number };

/** A text as one run; a typed line break is a line break. */
export function textRuns(text: string, face: RunFace = {}): TextRun[] {
  return text.split('\n').map((part, i) => new TextRun({ text: part, ...face, ...(i > 0 && { break: 1 }) }));
}

export function printRuns(runs: readonly PrintRun[], face: RunFace = {}): TextRun[] {
  return runs.flatMap((run) =>
    'break' in run
      ? [new TextRun({ break: 1 })]
      : textRuns(run.text, {
          ...face,
          ...(run.bold && { bold: true }),
          ...(run.italic && { italics: true }),
        }),
  );
}
