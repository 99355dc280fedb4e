import type { Node } from '@tiptap/pm/model';

/** Letters of a paragraph of a block, as the model counts them; `to` null: to its end. */
export type TextPlace = { index: number; part: number; from: number; to: number | null };
export type TextRange = { from: number; to: number };

type Paragraph = { start: number; node: Node };

function paragraphsOf(block: Node, at: number): Paragraph[] {
  if (block.isTextblock) return [{ start: at + 1, node: block }];
  const found: Paragraph[] = [];
  block.descendants((node, offset) => {
    if (node.isTextblock) found.push({ start: at + offset + 2, node });
  });
  return found;
}

function blockStart(doc: Node, index: number): number {
  let at = 0;
  for (let i = 0; i < index; i += 1) at += doc.child(i).nodeSize;
  return at;
}

/** Where the words stand in the editor; null when the text has become another one since. */
export function rangeOf(doc: Node, { index, part, from, to }: TextPlace): TextRange | null {
  if (index >= doc.childCount) return null;
  const paragraph = paragraphsOf(doc.child(index), blockStart(doc, index))[part];
  if (!paragraph) return null;
  const { start, node } = paragraph;
  const letters = wordsIn(node, 0, node.content.size);
  const end = to ?? letters.normalize('NFC').length;
  if (end > letters.normalize('NFC').length) return null;
  return { from: start + typedOffset(letters, from), to: start + typedOffset(letters, end) };
}

/** The place of a range: what goes on in another paragraph is left out. Null outside of every paragraph. */
export function placeOf(doc: Node, range: TextRange): { place: TextPlace; words: string } | null {
  const $from = doc.resolve(range.from);
  if (!$from.parent.isTextblock) return null;
  const index = $from.index(0);
  const start = $from.start();
  const part = paragraphsOf(doc.child(index), $from.before(1)).findIndex((one) => one.start === start);
  if (part < 0) return null;
  const end = Math.min(range.to, $from.end());
  const from = wordsIn($from.parent, 0, range.from - start).normalize('NFC').length;
  const words = wordsIn($from.parent, range.from - start, end - start).normalize('NFC');
  return { place: { index, part, from, to: from + words.length }, words };
}

/** As the model reads them: a line break is one, everything else that is no text is one sign. */
export function wordsIn(paragraph: Node, from: number, to: number): string {
  return paragraph.textBetween(from, to, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : '\ufffc'));
}

/** The editor keeps letters as they were typed, perhaps of two signs; the model counts them as one. */
function typedOffset(letters: string, offset: number): number {
  if (letters === letters.normalize('NFC')) return offset;
  let at = 0;
  while (at < letters.length && letters.slice(0, at).normalize('NFC').length < offset) at += 1;
  while (/^\p{M}/u.test(letters.slice(at))) at += 1;
  return at;
}
