import { mergeAttributes, Node } from '@tiptap/react';
import type { ClauseFault } from '#shared/features/documents/schema.ts';
import type { ClauseRef } from '#shared/text-model/clauses.ts';
import { chipView, setData } from './chip-view.ts';
import classes from './clauses.module.css';

type Options = { faults: Record<ClauseFault, string> };

/** A cited clause: one thing that is put in and taken out as a whole, and is called what its clause is called now. */
export const ClauseRefNode = Node.create<Options>({
  name: 'clauseRef',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addOptions: () => ({ faults: { clauseGone: '', documentGone: '', voided: '' } }),
  addAttributes: () => ({
    documentId: { default: null, rendered: false },
    clauseId: { default: '', rendered: false },
    label: { default: '', rendered: false },
  }),
  parseHTML: () => [{ tag: 'span[data-clause-ref]', getAttrs: readRef }],
  // What the clipboard carries.
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-clause-ref': JSON.stringify(node.attrs) }),
    String(node.attrs.label),
  ],
  renderText: ({ node }) => String(node.attrs.label),
  addNodeView() {
    const { faults } = this.options;
    return chipView((dom, node, { words, fault }) => {
      const why = fault ? faults[fault as ClauseFault] : '';
      dom.className = classes.clauseRef ?? '';
      dom.textContent = words ?? String(node.attrs.label);
      dom.dataset.chip = 'clause';
      setData(dom, 'fault', why);
      dom.title = why;
    });
  },
});

function readRef(element: HTMLElement): ClauseRef['attrs'] | false {
  try {
    const value = JSON.parse(element.dataset.clauseRef ?? '') as Partial<ClauseRef['attrs']>;
    if (!value.clauseId) return false;
    return { documentId: value.documentId ?? null, clauseId: value.clauseId, label: value.label ?? '' };
  } catch {
    return false;
  }
}
