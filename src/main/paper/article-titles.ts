import type { PrintBlock } from '#shared/paper/model.ts';

/**
 * The titles of articles ("Điều 1. Phạm vi điều chỉnh") as headings, bold throughout (domain 1.2, component 6). An article whose
 * whole text stands on its line ends with a mark, or is followed by none of its own: there the words stay as typed.
 */
export function withArticleTitles(blocks: readonly PrintBlock[]): PrintBlock[] {
  return blocks.map((block, i) => {
    const next = blocks[i + 1];
    const isTitle = isArticle(block) && next && !isArticle(next) && !/[.,:;…]\s*$/u.test(wordsOf(block));
    return isTitle ? { kind: 'heading', level: 2, label: '', runs: block.runs } : block;
  });
}

type Paragraph = PrintBlock & { kind: 'paragraph' };

function isArticle(block: PrintBlock): block is Paragraph {
  return block.kind === 'paragraph' && block.label === '' && /^Điều\s+\d+\p{Ll}?\.\s/u.test(wordsOf(block));
}

function wordsOf({ runs }: Paragraph): string {
  return runs.map((run) => ('text' in run ? run.text : '\n')).join('');
}
