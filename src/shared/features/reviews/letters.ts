import type { Block, Body, Inline } from '../../text-model/body.ts';
import { wordsOf } from '../documents/checks/passages.ts';
import type { DocumentFields } from '../documents/schema.ts';
import type { PinnedField } from './schema.ts';

type Paragraph = { content?: Inline[] | undefined };

/**
 * A paragraph of a block. `line` and `column`: which item or row, which cell; `start`: its first letter within that cell,
 * where the comparison counts the end of each paragraph as one letter.
 */
export type Part = { line: number; column: number; start: number; text: string };

/** A paragraph and a heading are one line of one cell, as in the comparison. */
function cellsOf(block: Block): (readonly Paragraph[])[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [[[block]]];
    case 'bulletList':
      return block.content.map((item) => [item.content]);
    case 'table':
      return block.content.map((row) => row.content.map((cell) => cell.content));
    case 'indicatorTable':
    case 'appendix':
      return [];
  }
}

/** The paragraphs of a block in the order in which the editor counts them. */
export function partsOf(block: Block | undefined): Part[] {
  if (!block) return [];
  return cellsOf(block).flatMap((cells, line) =>
    cells.flatMap((paragraphs, column) => {
      let start = 0;
      return paragraphs.map(({ content = [] }): Part => {
        const part = { line, column, start, text: wordsOf(content) };
        start += part.text.length + 1;
        return part;
      });
    }),
  );
}

/** The words of a paragraph of the body; of a block that has none, its name. Null when there is no such place. */
export function partText(body: Body, index: number, part: number): string | null {
  const block = body.content[index];
  if (block?.type === 'indicatorTable') return block.attrs.caption;
  if (block?.type === 'appendix') return block.attrs.title;
  return partsOf(block)[part]?.text ?? null;
}

/** What a field says, a line each. */
export function fieldWords(fields: DocumentFields, field: Exclude<PinnedField, 'body'>): string {
  switch (field) {
    case 'document':
      return '';
    case 'subject':
    case 'openingLine':
      return fields[field];
    case 'addressees':
    case 'bases':
    case 'recipients':
      return fields[field].join('\n');
    case 'signature':
      return [fields.authority, fields.signerTitle, fields.signerName].filter(Boolean).join('\n');
  }
}

/** Where the words occur in the text, first to last. */
export function occurrencesOf(words: string, text: string): number[] {
  const found: number[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}
