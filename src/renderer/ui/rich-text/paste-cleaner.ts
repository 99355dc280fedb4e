import { Plugin } from '@tiptap/pm/state';
import { Extension } from '@tiptap/react';
import { cleanHtml, cleanPastedText } from './paste.ts';

/** What comes from Word, a web page or an old file enters as NFC and in the shapes that the model has. */
export const PasteCleaner = Extension.create({
  name: 'pasteCleaner',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPastedHTML: (html) => (isOurs(html) ? html : cleanHtml(html)),
        transformPastedText: cleanPastedText,
      },
    }),
  ],
});

/** Copied in an editor of ours: ProseMirror marks its own. */
function isOurs(html: string): boolean {
  return html.includes('data-pm-slice');
}
