import { Plugin } from '@tiptap/pm/state';
import { Extension } from '@tiptap/react';

const changing = ['beforeinput', 'paste', 'cut', 'drop'] as const;

/** A text that is only read, with a cursor to go through it and to select words by keyboard: nothing changes it. */
export const ReadingCursor = Extension.create({
  name: 'readingCursor',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (transaction) => !transaction.docChanged,
      props: {
        attributes: { 'aria-readonly': 'true' },
        handleDOMEvents: Object.fromEntries(
          changing.map((name) => [
            name,
            (_: unknown, event: Event) => {
              event.preventDefault();
              return true;
            },
          ]),
        ),
      },
    }),
  ],
});
