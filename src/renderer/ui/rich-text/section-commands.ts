import { type Editor, Extension } from '@tiptap/react';
import { typedNumberLength } from './heading-numbers.ts';

export const headingLevels = [1, 2, 3] as const;
export type HeadingLevel = (typeof headingLevels)[number];

/**
 * Makes the blocks at the cursor headings of that level, or plain paragraphs again. A number that was typed by hand is
 * taken away: the program counts.
 */
export function toggleSection(editor: Editor, level: HeadingLevel): boolean {
  return editor
    .chain()
    .focus()
    .command(({ commands }) =>
      editor.isActive('heading', { level }) ? commands.setParagraph() : commands.setHeading({ level }),
    )
    .command(({ tr }) => {
      const { from, to } = tr.selection;
      const starts: { at: number; length: number }[] = [];
      tr.doc.nodesBetween(from, to, (node, at) => {
        if (node.type.name !== 'heading') return true;
        const length = typedNumberLength(node.textContent);
        if (length > 0 && node.firstChild?.isText && length <= node.firstChild.nodeSize) {
          starts.push({ at: at + 1, length });
        }
        return false;
      });
      for (const { at, length } of starts.reverse()) tr.delete(at, at + length);
      return true;
    })
    .run();
}

/** Ctrl+Alt+1/2/3 as in Word; Ctrl+Alt+0 makes a paragraph (the heading's own key). */
export const SectionKeys = Extension.create({
  name: 'sectionKeys',
  priority: 1_000,
  addKeyboardShortcuts() {
    return Object.fromEntries(
      headingLevels.map((level) => [`Mod-Alt-${level}`, () => toggleSection(this.editor, level)]),
    );
  },
});
