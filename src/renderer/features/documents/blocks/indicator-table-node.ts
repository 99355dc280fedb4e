import { mergeAttributes, Node, ReactNodeViewRenderer } from '@tiptap/react';
import { readAttrs } from '#renderer/ui/rich-text/index.ts';
import { AppendixNode } from './appendix-node.ts';
import { IndicatorTableView } from './IndicatorTableView.tsx';
import { tableReference } from './table-reference.ts';

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
  parseHTML: () => [
    {
      tag: 'div[data-indicator-table]',
      getAttrs: ({ dataset }) => readAttrs(tableReference, dataset.indicatorTable),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-indicator-table': JSON.stringify(node.attrs) }),
  ],
  addNodeView: () => ReactNodeViewRenderer(IndicatorTableView),
});

/** Of one identity, as the editor asks. */
export const documentBlocks = [IndicatorTable, AppendixNode];
