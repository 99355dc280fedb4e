import { HeadingLevel } from 'docx';
import type { PrintBlock } from '#shared/paper/model.ts';
import { type Piece, paragraphPiece, printRuns, textRuns } from './flow.ts';
import { styleId } from './styles.ts';
import { tablePieces } from './table.ts';
import { type Setting, textWidthPt } from './typesetting.ts';
import { ptPerMm } from './units.ts';

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** The blocks of a body; where it is signed, its end stays with the signature. */
export function bodyPieces(setting: Setting, blocks: readonly PrintBlock[], isSigned: boolean): Piece[] {
  const gap = setting.profile.body.paragraphGapPt;
  const end = blocks.length - 1;
  // A last paragraph of one line takes the one before it along.
  const tied = isSigned ? (isOneLine(setting, blocks[end]) ? end - 1 : end) : blocks.length;
  return blocks.flatMap((block, i) => {
    const isLast = i >= tied;
    if (block.kind === 'table') return tablePieces(setting, block, isLast);
    const children = [...(block.label === '' ? [] : textRuns(block.label)), ...printRuns(block.runs)];
    return [
      paragraphPiece({
        style: styleId('body'),
        children,
        abovePt: gap,
        styleBelowPt: gap,
        ...(block.kind === 'heading' && { heading: levels[block.level - 1] }),
        ...((isLast || announces(block)) && { keepNext: true }),
      }),
    ];
  });
}

function isOneLine({ profile, metrics }: Setting, block: PrintBlock | undefined): boolean {
  if (block?.kind !== 'paragraph') return false;
  const text = block.runs.map((run) => ('break' in run ? '\n' : run.text)).join('');
  const room = textWidthPt(profile) - profile.body.firstLineMm * ptPerMm;
  return !text.includes('\n') && metrics.width(block.label + text, profile.body) <= room;
}

/** "… như sau:" stays with what follows. */
function announces(block: Exclude<PrintBlock, { kind: 'table' }>): boolean {
  const last = block.runs.at(-1);
  return last !== undefined && 'text' in last && last.text.trimEnd().endsWith(':');
}
