import { mergeAttributes, Node } from '@tiptap/react';
import { type Speaker, speakerWords, speechParts } from '#shared/text-model/body.ts';
import classes from './writing.module.css';

export type SpeakerAttrs = Speaker['attrs'];

/**
 * The name chip before what somebody said: one thing that is put in and taken out as a whole. Plain DOM, no component:
 * three hundred of them must not slow down a key.
 */
export const SpeakerNode = Node.create<{ signs: Record<SpeakerAttrs['part'], string> }>({
  name: 'speaker',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addOptions: () => ({ signs: { report: '', statement: '', answer: '', chair: '' } }),
  addAttributes: () => ({
    memberId: { default: null, rendered: false },
    name: { default: '', rendered: false },
    title: { default: '', rendered: false },
    part: { default: 'statement', rendered: false },
  }),
  parseHTML: () => [{ tag: 'span[data-speaker]', getAttrs: readSpeaker }],
  renderHTML({ node, HTMLAttributes }) {
    const attrs = node.attrs as SpeakerAttrs;
    const sign = this.options.signs[attrs.part];
    return [
      'span',
      mergeAttributes(HTMLAttributes, {
        'data-speaker': JSON.stringify(attrs),
        class: classes.speaker ?? '',
        ...(sign && { title: sign, 'data-part': sign }),
      }),
      speakerWords({ type: 'speaker', attrs }),
    ];
  },
  renderText: ({ node }) => `${speakerWords({ type: 'speaker', attrs: node.attrs as SpeakerAttrs })} `,
});

function readSpeaker(element: HTMLElement): SpeakerAttrs | false {
  try {
    const value = JSON.parse(element.dataset.speaker ?? '') as Partial<SpeakerAttrs>;
    if (!value.name) return false;
    return {
      memberId: value.memberId ?? null,
      name: value.name,
      title: value.title ?? '',
      part: speechParts.find((part) => part === value.part) ?? 'statement',
    };
  } catch {
    return false;
  }
}
