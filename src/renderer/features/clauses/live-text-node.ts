import { mergeAttributes, Node } from '@tiptap/react';
import type { LiveText } from '#shared/text-model/clauses.ts';
import { chipView, setData } from './chip-view.ts';
import classes from './clauses.module.css';

/** Made of the words before and the reason why they are marked. */
type Options = { movedFrom: (before: string) => string; gone: string };

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
  parseHTML: () => [{ tag: 'span[data-live-text]', getAttrs: readLive }],
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

function readLive(element: HTMLElement): LiveText['attrs'] | false {
  try {
    const value = JSON.parse(element.dataset.liveText ?? '') as Partial<LiveText['attrs']>;
    if (!value.refId || (value.source !== 'vote' && value.source !== 'attendance')) return false;
    return { source: value.source, refId: value.refId, seen: value.seen ?? '' };
  } catch {
    return false;
  }
}
