import { mergeAttributes, Node } from '@tiptap/react';
import { z } from 'zod';
import { readAttrs } from '#renderer/ui/rich-text/index.ts';
import { type Speaker, speakerWords, speechParts } from '#shared/text-model/body.ts';
import classes from './writing.module.css';

export type SpeakerAttrs = Speaker['attrs'];

/** Of any version, or as the clipboard carries it. */
const speakerAttrs = z.object({
  memberId: z.string().nullable().catch(null),
  name: z.string(),
  title: z.string().catch(''),
  part: z.enum(speechParts).catch('statement'),
});
const copied = speakerAttrs.extend({ name: z.string().min(1) });

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
  parseHTML: () => [
    { tag: 'span[data-speaker]', getAttrs: ({ dataset }) => readAttrs(copied, dataset.speaker) },
  ],
  renderHTML({ node, HTMLAttributes }) {
    const attrs = speakerAttrs.parse(node.attrs);
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
  renderText: ({ node }) => `${speakerWords({ type: 'speaker', attrs: speakerAttrs.parse(node.attrs) })} `,
});
