import type { IParagraphStylePropertiesOptions, IRunStylePropertiesOptions } from 'docx';

/** What every face of a profile has. */
export type Face = { sizePt: number; bold?: boolean; italic?: boolean; caps?: boolean; underline?: boolean };

export const ptPerMm = 72 / 25.4;

/** Twentieths of a point, in which Word measures. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

export function mmTwips(mm: number): number {
  return twips(mm * ptPerMm);
}

/** Thickness of borders, in eighths of a point. */
export function eighths(points: number): number {
  return Math.max(2, Math.round(points * 8));
}

export function runFace(face: Face): IRunStylePropertiesOptions {
  return {
    size: face.sizePt * 2,
    ...(face.bold && { bold: true }),
    ...(face.italic && { italics: true }),
    ...(face.caps && { allCaps: true }),
    ...(face.underline && { underline: { type: 'single' } }),
  };
}

type Spacing = NonNullable<IParagraphStylePropertiesOptions['spacing']>;

/** "Exactly n pt": the baseline then stands at four fifths of the line, as on our page. */
export function exactly(pitchPt: number, around: { beforePt?: number; afterPt?: number } = {}): Spacing {
  return {
    line: twips(pitchPt),
    lineRule: 'exact',
    before: twips(around.beforePt ?? 0),
    after: twips(around.afterPt ?? 0),
  };
}
