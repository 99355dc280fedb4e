import { Plugin } from '@tiptap/pm/state';
import { type Editor, Extension } from '@tiptap/react';

const name = 'readingCursor';

/** Whether blocks may offer to change themselves. */
export function isWritable({ isEditable, extensionManager }: Editor): boolean {
  return isEditable && !extensionManager.extensions.some((extension) => extension.name === name);
}

const changing = ['beforeinput', 'paste', 'cut', 'drop'] as const;

/** A text that is only read, with a cursor to go through it and to select words by keyboard: nothing changes it. */
export const ReadingCursor = Extension.create({
  name,
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (transaction) => !transaction.docChanged,
      props: {
        attributes: { 'aria-readonly': 'true' },
        handleDOMEvents: Object.fromEntries(
          changing.map((event) => [
            event,
            (_: unknown, blocked: Event) => {
              blocked.preventDefault();
              return true;
            },
          ]),
        ),
      },
    }),
  ],
});
