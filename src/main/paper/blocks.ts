import type { PrintBlock, PrintRun, PrintTable } from '#shared/paper/model.ts';
import { type Block, type Body, type Inline, speakerLead } from '#shared/text-model/body.ts';
import { type Chip, type ClauseNumbering, clauseNumbering } from '#shared/text-model/clauses.ts';
import type { TableReference } from '#shared/text-model/live-tables.ts';
import { plainTable } from './plain-table.ts';

/** What the live blocks of a body refer to, given by who sets the paper: the layout knows no feature. */
export type BlockSources = {
  /** A table of figures as it reads now; nothing where it has no rows. */
  table: (reference: TableReference) => PrintTable[];
  /** How a citation or a sentence from the records reads now; without it as it was put in. */
  words?: ChipWords | undefined;
};

/** What is printed for a citation or a sentence from the records. */
export type ChipWords = (chip: Chip) => string;

/** Gives a heading of that level its label: "I- ", "1. ", "a) "; deeper counts start again below a higher heading. */
export type Numbering = ClauseNumbering;

/** Customary in resolutions and reports: I- / 1. / a). */
export const documentNumbering = clauseNumbering;

/** The blocks of a body as they are set: headings numbered, lists as paragraphs with a dash, tables filled. */
export function printBlocks(body: Body, numbering: Numbering, sources: BlockSources): PrintBlock[] {
  return body.content.flatMap((block) => printBlock(block, numbering, sources));
}

function printBlock(block: Block, numbering: Numbering, sources: BlockSources): PrintBlock[] {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.content, sources);
    case 'heading': {
      const runs = printRuns(block.content, sources);
      if (runs.length === 0) return [];
      const { level } = block.attrs;
      const label = numbering(level);
      return level > 1 && isSentence(runs)
        ? [{ kind: 'paragraph', label, runs }]
        : [{ kind: 'heading', level, label, runs }];
    }
    case 'bulletList':
      // Only the first paragraph of an item carries its dash.
      return block.content.flatMap((item) =>
        item.content
          .flatMap((part) => paragraph(part.content, sources))
          .map((part, i) => ({ ...part, label: i === 0 ? '- ' : '' })),
      );
    case 'indicatorTable':
      return sources.table(block.attrs);
    case 'appendix':
      // The parts of a document are split before; minutes have none.
      return [];
    case 'table':
      return plainTable(block, (content) => printRuns(content, sources));
  }
}

/** A clause or point that is a sentence is set as text, regular (HD 05: "1.", "a)"); a title has no mark at its end. */
function isSentence(runs: readonly PrintRun[]): boolean {
  const last = runs.at(-1);
  return last !== undefined && 'text' in last && /[.;,]\s*$/u.test(last.text);
}

/** A paragraph without words is the editor's, not the paper's. */
function paragraph(
  content: readonly Inline[] | undefined,
  sources: BlockSources,
): (PrintBlock & { kind: 'paragraph' })[] {
  const runs = printRuns(content, sources);
  return runs.length > 0 ? [{ kind: 'paragraph', label: '', runs }] : [];
}

function printRuns(content: readonly Inline[] | undefined, { words = wordsAsPut }: BlockSources): PrintRun[] {
  const runs = (content ?? []).flatMap((node, at, all): PrintRun[] => {
    if (node.type === 'hardBreak') return [{ break: true }];
    if (node.type === 'clauseRef' || node.type === 'liveText') return [{ text: words(node) }];
    if (node.type === 'speaker') return [{ text: speakerLead(node, all[at + 1]) }];
    const bold = node.marks?.some((mark) => mark.type === 'bold') ?? false;
    const italic = node.marks?.some((mark) => mark.type === 'italic') ?? false;
    const face = { ...(bold && { bold }), ...(italic && { italic }) };
    return node.text
      .split('\n')
      .flatMap((text, i): PrintRun[] => [
        ...(i > 0 ? [{ break: true as const }] : []),
        ...(text ? [{ text, ...face }] : []),
      ]);
  });
  const isEmpty = runs.every((run) => 'break' in run || run.text.trim() === '');
  return isEmpty ? [] : runs;
}

function wordsAsPut(chip: Chip): string {
  return chip.type === 'clauseRef' ? chip.attrs.label : chip.attrs.seen;
}

/** A plain paragraph of the layout itself. */
export function textBlock(text: string, label = ''): PrintBlock {
  return { kind: 'paragraph', label, runs: [{ text }] };
}
