import { mergeAttributes, Node, ReactNodeViewRenderer } from '@tiptap/react';
import { AppendixNode } from './appendix-node.ts';
import { IndicatorTableView } from './IndicatorTableView.tsx';

export type TableReference = {
  period: string;
  indicatorIds: string[];
  caption: string;
  /** The figures as they were looked at last; null for a table of before this was kept. */
  seen: string | null;
};

/** A live block: it holds which indicators of which year, and shows their figures of this moment. */
const IndicatorTable = Node.create({
  name: 'indicatorTable',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    period: { default: '', rendered: false },
    indicatorIds: { default: [], rendered: false },
    caption: { default: '', rendered: false },
    seen: { default: null, rendered: false },
  }),
  // Copied and pasted within the program it stays the same live table.
  parseHTML: () => [{ tag: 'div[data-indicator-table]', getAttrs: (element) => readReference(element) }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-indicator-table': JSON.stringify(node.attrs) }),
  ],
  addNodeView: () => ReactNodeViewRenderer(IndicatorTableView),
});

function readReference(element: HTMLElement): TableReference | false {
  try {
    const value = JSON.parse(element.dataset.indicatorTable ?? '') as Partial<TableReference>;
    return {
      period: value.period ?? '',
      indicatorIds: value.indicatorIds ?? [],
      caption: value.caption ?? '',
      seen: value.seen ?? null,
    };
  } catch {
    return false;
  }
}

/** Of one identity, as the editor asks. */
export const documentBlocks = [IndicatorTable, AppendixNode];
