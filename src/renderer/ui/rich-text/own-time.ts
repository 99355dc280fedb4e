import { type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * For what the program draws in its own time, while somebody works: the browser tells of a cursor that a key has moved only a
 * moment later, and until then the editor would put it back to where it thinks it is.
 */
export function keepingCursor(view: EditorView, transaction: Transaction): Transaction {
  const moved = movedCursor(view, transaction);
  return moved ? transaction.setSelection(moved) : transaction;
}

function movedCursor(view: EditorView, { doc, selection }: Transaction): Selection | null {
  if (view.composing || !view.hasFocus() || !(selection instanceof TextSelection)) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode))
    return null;
  const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0);
  const head = view.posAtDOM(focusNode, focusOffset ?? 0);
  const now = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  return now.eq(selection) ? null : now;
}
