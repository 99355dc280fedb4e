import type { Block, Body, FindingKind, Inline } from '../documents/body.ts';

export type MarkedText = { id: string; kind: FindingKind; text: string };

/** What is marked in a text, in its order; one mark over several blocks is one finding, its blocks joined by a blank. */
export function findingsIn(body: Body): MarkedText[] {
  const found = new Map<string, MarkedText>();
  for (const block of body.content) {
    for (const inlines of inlinesOf(block)) {
      const here = new Map<string, MarkedText>();
      for (const node of inlines) addMarked(here, node);
      for (const [id, part] of here) {
        const before = found.get(id);
        found.set(id, before ? { ...before, text: `${before.text} ${part.text}` } : part);
      }
    }
  }
  return [...found.values()].map((one) => ({ ...one, text: one.text.replace(/\s+/gu, ' ').trim() }));
}

function addMarked(found: Map<string, MarkedText>, node: Inline): void {
  if (node.type !== 'text' && node.type !== 'hardBreak') return;
  const words = node.type === 'hardBreak' ? ' ' : node.text;
  for (const mark of node.marks ?? []) {
    if (mark.type !== 'finding') continue;
    const { id, kind } = mark.attrs;
    found.set(id, { id, kind, text: `${found.get(id)?.text ?? ''}${words}` });
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
