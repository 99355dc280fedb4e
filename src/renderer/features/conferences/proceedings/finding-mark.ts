import { Fragment, type Mark as PmMark, type Node as PmNode, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { type Editor, Mark, mergeAttributes } from '@tiptap/react';
import { type FindingKind, findingKinds } from '#shared/text-model/body.ts';
import classes from './writing.module.css';

/** Words that are a conclusion, a clause, a task or a shortcoming; the id is known to both ends of the link. */
export const FindingMark = Mark.create({
  name: 'finding',
  // What is typed behind the marked words is not part of them.
  inclusive: false,
  addAttributes: () => ({
    id: { default: '', rendered: false },
    kind: { default: 'conclusion', rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-finding]',
      getAttrs: (element) => {
        const { finding, findingId } = element.dataset;
        const kind = findingKinds.find((known) => known === finding);
        return kind && findingId ? { id: findingId, kind } : false;
      },
    },
  ],
  renderHTML: ({ mark, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, {
      'data-finding': mark.attrs.kind,
      'data-finding-id': mark.attrs.id,
      class: classes.finding ?? '',
    }),
    0,
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        // A copy beside its original is a finding of its own; what was cut and moved stays the same one.
        transformPasted: (slice, view) => renewed(slice, idsIn(view.state.doc)),
      },
    }),
  ],
});

function idsIn(doc: PmNode): Set<string> {
  const ids = new Set<string>();
  doc.descendants((node) => {
    const mark = findingOf(node.marks);
    if (mark) ids.add(String(mark.attrs.id));
  });
  return ids;
}

function findingOf(marks: readonly PmMark[]): PmMark | undefined {
  return marks.find((mark) => mark.type.name === 'finding');
}

function renewed(slice: Slice, taken: ReadonlySet<string>): Slice {
  const fresh = new Map<string, string>();
  const visit = (fragment: Fragment): Fragment =>
    Fragment.fromArray(
      fragment.content.map((node) => {
        const mark = findingOf(node.marks);
        const id = mark && String(mark.attrs.id);
        if (!mark || id === undefined || !taken.has(id)) return node.copy(visit(node.content));
        if (!fresh.has(id)) fresh.set(id, crypto.randomUUID());
        const own = mark.type.create({ ...mark.attrs, id: fresh.get(id) });
        return node.mark(own.addToSet(mark.removeFromSet(node.marks)));
      }),
    );
  return new Slice(visit(slice.content), slice.openStart, slice.openEnd);
}

/** The finding in which the cursor stands. */
export function findingAt(editor: Editor): { id: string; kind: FindingKind } | null {
  const { $from } = editor.state.selection;
  const mark = findingOf($from.marks()) ?? findingOf($from.nodeAfter?.marks ?? []);
  const kind = findingKinds.find((known) => known === mark?.attrs.kind);
  return mark && kind ? { id: String(mark.attrs.id), kind } : null;
}

/** Marks the selection, or without one the words of the paragraph; a mark that is there keeps its id. */
export function markFinding(editor: Editor, kind: FindingKind): void {
  const known = findingAt(editor);
  const range = (known && rangeOf(editor, known.id)) ?? wanted(editor);
  if (range.from === range.to) return;
  const { selection } = editor.state;
  editor
    .chain()
    .focus()
    .setTextSelection(range)
    .setMark('finding', { id: known?.id ?? crypto.randomUUID(), kind })
    .setTextSelection({ from: selection.from, to: selection.to })
    .run();
}

export function unmarkFinding(editor: Editor): void {
  const known = findingAt(editor);
  const range = known && rangeOf(editor, known.id);
  if (!range) return;
  const { from, to } = editor.state.selection;
  editor.chain().focus().setTextSelection(range).unsetMark('finding').setTextSelection({ from, to }).run();
}

/** Selects the marked words and brings them in sight; false when they are not in this text. */
export function goToFinding(editor: Editor, id: string): boolean {
  const range = rangeOf(editor, id);
  if (!range) return false;
  editor.chain().focus().setTextSelection(range).scrollIntoView().run();
  return true;
}

type Range = { from: number; to: number };

function wanted(editor: Editor): Range {
  const { from, to, $from } = editor.state.selection;
  if (from !== to) return { from, to };
  // Without the name chip at its beginning and the blank behind it.
  const start = $from.start();
  const first = $from.parent.firstChild;
  const skipped = first?.type.name === 'speaker' ? first.nodeSize : 0;
  const blank = /^\s*/u.exec($from.parent.textBetween(skipped, $from.parent.content.size))?.[0].length ?? 0;
  return { from: start + skipped + blank, to: $from.end() };
}

function rangeOf(editor: Editor, id: string): Range | null {
  const parts: Range[] = [];
  editor.state.doc.descendants((node, at) => {
    if (findingOf(node.marks)?.attrs.id === id) parts.push({ from: at, to: at + node.nodeSize });
  });
  const [first] = parts;
  return first ? { ...first, to: parts.at(-1)?.to ?? first.to } : null;
}
