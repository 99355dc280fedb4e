import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { Extension } from '@tiptap/react';
import { type CountedHeading, headingNumbers } from './heading-numbers.ts';

const key = new PluginKey<DecorationSet>('heading-numbers');

/** Shows each heading's number before it; the numbers are counted, never part of the text. */
export const NumberedHeadings = Extension.create({
  name: 'numberedHeadings',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: (_, state) => numbers(state.doc),
        apply: (transaction, shown) => (transaction.docChanged ? numbers(transaction.doc) : shown),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

function numbers(doc: Node): DecorationSet {
  const found: (CountedHeading & { from: number; to: number })[] = [];
  doc.forEach((node, from) => {
    if (node.type.name !== 'heading') return;
    const isEmpty = node.textContent.trim() === '';
    found.push({ level: Number(node.attrs.level), isEmpty, from, to: from + node.nodeSize });
  });
  const shown = headingNumbers(found);
  return DecorationSet.create(
    doc,
    found.map(({ from, to }, index) => Decoration.node(from, to, { 'data-number': shown[index] ?? '' })),
  );
}
