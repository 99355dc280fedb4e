import { mergeAttributes, Node } from '@tiptap/react';
import { z } from 'zod';
import { readAttrs } from '#renderer/ui/rich-text/index.ts';
import { liveSources } from '#shared/text-model/body.ts';
import { chipView, setData } from './chip-view.ts';
import classes from './clauses.module.css';

/** Made of the words before and the reason why they are marked. */
type Options = { movedFrom: (before: string) => string; gone: string };

/** As the clipboard carries it. */
const copied = z.object({
  source: z.enum(liveSources),
  refId: z.string().min(1),
  seen: z.string().catch(''),
});

/** A sentence that the program writes from its records, and that follows them. */
export const LiveTextNode = Node.create<Options>({
  name: 'liveText',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addOptions: () => ({ movedFrom: (before) => before, gone: '' }),
  addAttributes: () => ({
    source: { default: 'vote', rendered: false },
    refId: { default: '', rendered: false },
    seen: { default: '', rendered: false },
  }),
  parseHTML: () => [
    { tag: 'span[data-live-text]', getAttrs: ({ dataset }) => readAttrs(copied, dataset.liveText) },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-live-text': JSON.stringify(node.attrs) }),
    String(node.attrs.seen),
  ],
  renderText: ({ node }) => String(node.attrs.seen),
  addNodeView() {
    const { movedFrom, gone } = this.options;
    return chipView((dom, node, { words, fault, isMoved }) => {
      const seen = String(node.attrs.seen);
      dom.className = classes.liveText ?? '';
      dom.textContent = words ?? seen;
      dom.dataset.chip = 'live';
      setData(dom, 'fault', fault ? gone : null);
      setData(dom, 'moved', isMoved ? 'true' : null);
      dom.title = fault ? gone : isMoved ? movedFrom(seen) : '';
    });
  },
});
