import { mergeAttributes, Node, ReactNodeViewRenderer } from '@tiptap/react';
import { AppendixView } from './AppendixView.tsx';

/** The line with which an appendix begins: what follows it stands on sheets of its own, counted anew. */
export const AppendixNode = Node.create({
  name: 'appendix',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    title: { default: '', rendered: false },
    isLandscape: { default: false, rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'div[data-appendix]',
      getAttrs: (element) => ({
        title: element.dataset.appendix ?? '',
        isLandscape: element.dataset.landscape === 'true',
      }),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, {
      'data-appendix': String(node.attrs.title),
      'data-landscape': String(node.attrs.isLandscape === true),
    }),
  ],
  addNodeView: () => ReactNodeViewRenderer(AppendixView),
});
