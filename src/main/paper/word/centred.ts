import type { TextRun } from 'docx';
import { balancedLines, widthFor } from './balanced.ts';
import { textRuns } from './flow.ts';
import type { TextMetrics } from './text-metrics.ts';
import { type Face, twips } from './units.ts';

export type Centred = { children: TextRun[]; indent: { left: number; right: number } };

/**
 * A centred text that breaks where ours does. The indents make the paragraph so narrow that it breaks there by itself
 * and does so again when the text is changed; only where no width would do it, the breaks stand in the text.
 */
export function centred(
  text: string,
  face: Face,
  { widthPt, roomPt, metrics }: { widthPt: number; roomPt: number; metrics: TextMetrics },
): Centred {
  const lines = balancedLines(text, face, widthPt, metrics);
  const fitting = lines.length > 1 ? widthFor(lines, face, widthPt, metrics) : widthPt;
  const side = twips((roomPt - (fitting ?? widthPt)) / 2);
  return {
    children: textRuns(fitting === null ? lines.join('\n') : text),
    indent: { left: side, right: side },
  };
}
