import { mergeAttributes, Node } from '@tiptap/react';
import { z } from 'zod';
import { readAttrs } from '#renderer/ui/rich-text/index.ts';
import { type ClauseFault, clauseFaults } from '#shared/features/documents/schema.ts';
import { chipView, setData } from './chip-view.ts';
import classes from './clauses.module.css';

type Options = { faults: Record<ClauseFault, string> };

/** As the clipboard carries it. */
const copied = z.object({
  documentId: z.string().nullable().catch(null),
  clauseId: z.string().min(1),
  label: z.string().catch(''),
});

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
  parseHTML: () => [
    { tag: 'span[data-clause-ref]', getAttrs: ({ dataset }) => readAttrs(copied, dataset.clauseRef) },
  ],
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
      const known = clauseFaults.find((one) => one === fault);
      const why = known ? faults[known] : '';
      dom.className = classes.clauseRef ?? '';
      dom.textContent = words ?? String(node.attrs.label);
      dom.dataset.chip = 'clause';
      setData(dom, 'fault', why);
      dom.title = why;
    });
  },
});
