import type { Block, Body, FindingKind, Inline } from '../../text-model/body.ts';

export type MarkedText = { id: string; kind: FindingKind; text: string };

/** What is marked in a text, in its order; one mark over several blocks is one finding, its blocks joined by a blank. */
export function findingsIn(body: Body): MarkedText[] {
  const found = new Map<string, MarkedText>();
  for (const block of body.content) {
    for (const inlines of inlinesOf(block)) {
      const here = new Map<string, MarkedText>();
      for (const [at, node] of inlines.entries()) addMarked(here, node, inlines[at - 1], inlines[at + 1]);
      for (const [id, part] of here) {
        const before = found.get(id);
        found.set(id, before ? { ...before, text: `${before.text} ${part.text}` } : part);
      }
    }
  }
  return [...found.values()].map((one) => ({ ...one, text: one.text.replace(/\s+/gu, ' ').trim() }));
}

function addMarked(
  found: Map<string, MarkedText>,
  node: Inline,
  before: Inline | undefined,
  after: Inline | undefined,
): void {
  for (const { id, kind } of markedAs(node, before, after)) {
    found.set(id, { id, kind, text: `${found.get(id)?.text ?? ''}${wordsOf(node)}` });
  }
}

type Finding = Pick<MarkedText, 'id' | 'kind'>;

/** A citation carries no mark; it belongs to the words around it. */
function markedAs(node: Inline, before: Inline | undefined, after: Inline | undefined): Finding[] {
  if (node.type === 'text' || node.type === 'hardBreak')
    return (node.marks ?? []).flatMap((mark) => (mark.type === 'finding' ? [mark.attrs] : []));
  if (!before || !after || isChip(before) || isChip(after)) return [];
  const following = markedAs(after, undefined, undefined);
  return markedAs(before, undefined, undefined).filter(({ id }) => following.some((one) => one.id === id));
}

function isChip({ type }: Inline): boolean {
  return type !== 'text' && type !== 'hardBreak';
}

function wordsOf(node: Inline): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'hardBreak':
      return ' ';
    case 'clauseRef':
      return node.attrs.label;
    case 'liveText':
      return node.attrs.seen;
    case 'speaker':
      return '';
  }
}

function inlinesOf(block: Block): (readonly Inline[])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content ?? []];
    case 'bulletList':
      return block.content.flatMap((item) => item.content.map((part) => part.content ?? []));
    case 'table':
      return block.content.flatMap((row) =>
        row.content.flatMap((cell) => cell.content.map((part) => part.content ?? [])),
      );
    case 'indicatorTable':
    case 'appendix':
      return [];
  }
}
