import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import { detectLegacy, type LegacyFont, legacyOdds } from '#shared/text/legacy-fonts.ts';
import { LegacyText } from './legacy-text.ts';

/** Signs that are no letters anywhere but in TCVN3, where the soft hyphen is ư. */
const softHyphen = /\u00ad/gu;

/**
 * Marks the paragraphs of a paste that are in an old font, where no name of a font has said so already, and takes the
 * soft hyphens out of the others. A short paragraph is judged by its company.
 */
export function markLegacy(slice: Slice, schema: Schema): Slice {
  const texts: string[] = [];
  eachParagraph(slice.content, (nodes) => {
    texts.push(unmarkedText(nodes));
    return nodes;
  });
  const fonts = decide(texts);
  let next = 0;
  const content = eachParagraph(slice.content, (nodes) => {
    const font = fonts[next++] ?? null;
    return nodes.flatMap((node) => marked(node, font, schema));
  });
  return new Slice(content, slice.openStart, slice.openEnd);
}

function decide(texts: readonly string[]): (LegacyFont | null)[] {
  const own = texts.map(detectLegacy);
  const common = own.find((font) => font !== null) ?? detectLegacy(texts.join('\n'));
  return own.map((font, i) =>
    font === null && common && legacyOdds(texts[i] ?? '', common) === 'likely' ? common : font,
  );
}

function marked(node: Node, font: LegacyFont | null, schema: Schema): Node[] {
  if (!node.isText || isMarked(node)) return [node];
  const type = schema.marks[LegacyText.name];
  if (font && type) return [node.mark(type.create({ font }).addToSet(node.marks))];
  const text = node.text?.replace(softHyphen, '') ?? '';
  return text === '' ? [] : text === node.text ? [node] : [schema.text(text, node.marks)];
}

function unmarkedText(nodes: readonly Node[]): string {
  return nodes.map((node) => (isMarked(node) ? ' ' : (node.text ?? ' '))).join('');
}

function isMarked(node: Node): boolean {
  return node.marks.some(({ type }) => type.name === LegacyText.name);
}

/** Rebuilds a fragment with the inline content of each paragraph changed; a paste within a line has it bare. */
function eachParagraph(fragment: Fragment, change: (nodes: readonly Node[]) => readonly Node[]): Fragment {
  if (fragment.firstChild?.isInline) return Fragment.fromArray([...change(fragment.content)]);
  return Fragment.fromArray(fragment.content.map((node) => node.copy(inner(node, change))));
}

function inner(node: Node, change: (nodes: readonly Node[]) => readonly Node[]): Fragment {
  if (node.isLeaf || node.content.size === 0) return node.content;
  return eachParagraph(node.content, change);
}
