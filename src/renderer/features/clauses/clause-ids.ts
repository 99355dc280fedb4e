import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Extension } from '@tiptap/react';

/** A heading that is cited has an id; no two in a text have the same one. */
export const ClauseIds = Extension.create({
  name: 'clauseIds',
  addGlobalAttributes: () => [
    {
      types: ['heading'],
      attributes: {
        id: {
          default: null,
          keepOnSplit: false,
          parseHTML: (element) => element.dataset.clauseId ?? null,
          renderHTML: ({ id }) => (id ? { 'data-clause-id': id } : {}),
        },
      },
    },
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPasted: withoutTaken,
        handlePaste: (view, _event, slice) => pasteLines(view, slice),
      },
      appendTransaction: (transactions, _before, state) =>
        transactions.some(({ docChanged }) => docChanged) ? withoutTwice(state) : null,
    }),
  ],
});

/** A copy beside its original is a clause of its own; what is cut or dragged and moved stays the same one. */
function withoutTaken(slice: Slice, view: EditorView): Slice {
  if (view.dragging?.move) return slice;
  const taken = new Set<unknown>();
  view.state.doc.forEach((node) => {
    if (node.attrs.id) taken.add(node.attrs.id);
  });
  if (taken.size === 0) return slice;
  const content = slice.content.content.map((node) =>
    isNamed(node) && taken.has(node.attrs.id)
      ? node.type.create({ ...node.attrs, id: null }, node.content, node.marks)
      : node,
  );
  return new Slice(Fragment.fromArray(content), slice.openStart, slice.openEnd);
}

/**
 * Whole lines, taken up to the start of the next one, go before the line of the cursor. The editor itself would run them
 * into it: a clause that is moved would lose its id, and the other one its number.
 */
function pasteLines(view: EditorView, { content, openEnd }: Slice): boolean {
  const { selection, tr } = view.state;
  const last = content.lastChild;
  if (content.childCount < 2 || openEnd === 0 || !last?.isTextblock || last.content.size > 0) return false;
  const { $from, empty } = selection;
  const isAtStart = empty && $from.depth === 1 && $from.parentOffset === 0 && $from.parent.content.size > 0;
  const lines = content.content.slice(0, -1);
  if (!isAtStart || lines[0]?.type.name !== 'heading') return false;
  view.dispatch(closeHistory(tr.insert($from.before(), lines)).scrollIntoView());
  return true;
}

/** A heading that was split in two: the first part stays what is cited. */
function withoutTwice(state: EditorState): Transaction | null {
  const seen = new Set<unknown>();
  let change: Transaction | null = null;
  state.doc.forEach((node, at) => {
    if (!isNamed(node)) return;
    if (seen.has(node.attrs.id)) change = (change ?? state.tr).setNodeAttribute(at, 'id', null);
    seen.add(node.attrs.id);
  });
  return change;
}

function isNamed(node: Node): boolean {
  return node.type.name === 'heading' && Boolean(node.attrs.id);
}
