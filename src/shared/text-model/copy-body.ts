import type { Block, Body, Inline } from './body.ts';

/**
 * The text of an earlier document as the start of a new one. What ties it to the old one goes: words lose the marks of
 * the old minutes, headings and the references to them get ids of their own, and a sentence about a vote or about who was
 * present stays as the words it had.
 */
export function copyBody(body: Body, newId: () => string): Body {
  const ids = new Map<string, string>();
  const fresh = (id: string): string => {
    const known = ids.get(id) ?? newId();
    ids.set(id, known);
    return known;
  };
  return { type: 'doc', content: body.content.map((block) => copyBlock(block, fresh)) };
}

type Fresh = (id: string) => string;

function copyBlock(block: Block, fresh: Fresh): Block {
  switch (block.type) {
    case 'paragraph':
      return copyLine(block, fresh);
    case 'heading': {
      const { id } = block.attrs;
      return copyLine({ ...block, attrs: id ? { ...block.attrs, id: fresh(id) } : block.attrs }, fresh);
    }
    case 'bulletList':
      return {
        ...block,
        content: block.content.map((item) => ({
          ...item,
          content: item.content.map((line) => copyLine(line, fresh)),
        })),
      };
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({
            ...cell,
            content: cell.content.map((line) => copyLine(line, fresh)),
          })),
        })),
      };
    case 'indicatorTable':
    case 'appendix':
      return block;
  }
}

function copyLine<L extends { content?: Inline[] | undefined }>(line: L, fresh: Fresh): L {
  return line.content ? { ...line, content: line.content.flatMap((node) => copyInline(node, fresh)) } : line;
}

function copyInline(node: Inline, fresh: Fresh): Inline[] {
  switch (node.type) {
    case 'text':
    case 'hardBreak': {
      const { marks, ...bare } = node;
      const kept = marks?.filter(({ type }) => type !== 'finding') ?? [];
      return [kept.length > 0 ? { ...bare, marks: kept } : bare];
    }
    case 'clauseRef':
      return node.attrs.documentId === null
        ? [{ ...node, attrs: { ...node.attrs, clauseId: fresh(node.attrs.clauseId) } }]
        : [node];
    case 'liveText':
      return node.attrs.seen === '' ? [] : [{ type: 'text', text: node.attrs.seen }];
    case 'speaker':
      return [node];
  }
}
