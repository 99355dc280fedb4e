import type { Transaction } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';

/** At the cursor, with a blank before it where a word ends; `also` changes what belongs to it in the same step. */
export function insertChip(
  editor: Editor,
  type: 'clauseRef' | 'liveText',
  attrs: Record<string, unknown>,
  also: (tr: Transaction) => void = () => {},
): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.isTextblock
    ? $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
    : '';
  const blank = /[^\s(“"]$/u.test(before) ? [{ type: 'text', text: ' ' }] : [];
  editor
    .chain()
    .command(({ tr }) => {
      also(tr);
      return true;
    })
    .insertContent([...blank, { type, attrs }])
    .focus()
    .run();
}
