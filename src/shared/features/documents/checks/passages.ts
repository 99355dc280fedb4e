import { fold } from '../../../text/fold.ts';
import type { Block, Inline } from '../../../text-model/body.ts';
import { documentRecord } from '../records.ts';
import { type DocumentFields, documentFields } from '../schema.ts';
import type { CheckedField, CheckPlace } from './schema.ts';

/** A run of words that is read as one: a line of a field, a paragraph, a heading, an item, a cell. */
export type Passage = {
  field: CheckedField;
  index: number;
  part: number;
  text: string;
  /** What kind of block it stands in; null outside the body. */
  block: Block['type'] | null;
};

const wordFields = documentFields
  .keyof()
  .options.filter((name) => ['line', 'list'].includes(documentRecord.fields[name].kind));

/** In the order in which the paper shows them. */
export function passagesOf(document: DocumentFields): Passage[] {
  const field = (name: CheckedField, text: string, index = 0): Passage => ({
    field: name,
    index,
    part: 0,
    text,
    block: null,
  });
  const fields = wordFields
    .flatMap((name) => [document[name]].flat().map((words, index) => field(name, String(words), index)))
    .filter(({ text }) => text !== '');
  const body = document.body.content.flatMap((block, index) =>
    paragraphsOf(block).map(
      (content, part): Passage => ({
        field: 'body',
        index,
        part,
        text: wordsOf(content),
        block: block.type,
      }),
    ),
  );
  return [...fields, ...body];
}

/** The paragraphs of a block in the order of the editor: those of a list or table one after the other. */
function paragraphsOf(block: Block): (readonly Inline[])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content ?? []];
    case 'bulletList':
      return block.content.flatMap((item) => item.content.map((one) => one.content ?? []));
    case 'table':
      return block.content.flatMap((row) =>
        row.content.flatMap((cell) => cell.content.map((one) => one.content ?? [])),
      );
    case 'indicatorTable':
    case 'appendix':
      return [];
  }
}

/** What is no text counts as one letter, as the editor counts it. */
const objectSign = '\ufffc';

export function wordsOf(content: readonly Inline[]): string {
  return content
    .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : objectSign))
    .join('');
}

export function placeIn({ field, index, part }: Passage, from: number, to: number): CheckPlace {
  return { field, index, part, from, to };
}

const folded = new WeakMap<Passage, string>();

/** Folded once for all rules: most passages hold nothing of what a rule looks for. */
export function foldedText(passage: Passage): string {
  const known = folded.get(passage) ?? fold(passage.text);
  folded.set(passage, known);
  return known;
}

export type Sentence = { text: string; from: number };

/** A sentence ends with a mark and a blank behind it; "106,67" and "30.000" have none. */
export function sentencesOf(text: string): Sentence[] {
  const ends = [...text.matchAll(/[.;!?](?=\s)|\n/gu)].map((match) => match.index + 1);
  const cuts = [0, ...ends, text.length];
  return cuts
    .slice(1)
    .map((to, i) => ({ from: cuts[i] ?? 0, text: text.slice(cuts[i], to) }))
    .filter((sentence) => sentence.text.trim() !== '');
}
