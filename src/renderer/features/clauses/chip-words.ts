import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type Editor, Extension } from '@tiptap/react';
import { clausesIn, keepingCursor } from '#renderer/ui/rich-text/index.ts';
import type { LiveText } from '#shared/text-model/clauses.ts';
import type { ChipState } from './chip-view.ts';

/** How what a text refers to reads now, by `keyOf`; null words: the record is gone. */
export type WordsNow = ReadonlyMap<string, { words: string | null; fault: string | null }>;

type Table = { period: string; indicatorIds: readonly string[] };
type Place = { at: number; node: Node };

/** Something that reads otherwise than it did when it was looked at last. */
export type Moved = {
  at: number;
  kind: 'liveText' | 'indicatorTable';
  before: string;
  now: string;
  node: Node;
};

type State = { places: readonly Place[]; now: WordsNow; shown: DecorationSet; moved: readonly Moved[] };

/** The document whose text it is; null in minutes. */
type Options = { documentId: string | null };

const key = new PluginKey<State>('chip-words');

/** Lets each chip read as what it refers to reads now; the text itself stays as it is. */
export const ChipWords = Extension.create<Options>({
  name: 'chipWords',
  addOptions: () => ({ documentId: null }),
  addProseMirrorPlugins() {
    const { documentId } = this.options;
    return [
      new Plugin<State>({
        key,
        state: {
          init: (_, state) => read(state.doc, new Map()),
          apply: (transaction, before) => {
            const now: WordsNow | undefined = transaction.getMeta(key);
            return now || transaction.docChanged ? read(transaction.doc, now ?? before.now) : before;
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.shown,
          // Other programs get the words that were seen.
          transformCopied: (slice, view) => withWords(slice, view.state, documentId),
          transformPasted: (slice) => (documentId === null ? slice : broughtHome(slice, documentId)),
        },
      }),
    ];
  },
});

const none: readonly Moved[] = [];

function read(doc: Node, now: WordsNow): State {
  const places = placesIn(doc);
  if (places.length === 0) return { places, now, shown: DecorationSet.empty, moved: none };
  const stateOf = statesIn(doc, now);
  const moved: Moved[] = [];
  const marks = places.flatMap(({ at, node }) => {
    const state = stateOf(node);
    if (state.isMoved) moved.push(movedAt(at, node, state.words ?? ''));
    return node.isInline ? [Decoration.node(at, at + node.nodeSize, {}, { chip: true, ...state })] : [];
  });
  return { places, now, shown: DecorationSet.create(doc, marks), moved: moved.length > 0 ? moved : none };
}

function movedAt(at: number, node: Node, now: string): Moved {
  const kind = node.type.name === 'liveText' ? 'liveText' : 'indicatorTable';
  return { at, kind, before: String(node.attrs.seen), now, node };
}

function statesIn(doc: Node, now: WordsNow): (node: Node) => ChipState {
  const own = new Map(clausesIn(doc).flatMap(({ id, label }) => (id ? [[id, label] as const] : [])));
  return (node) => {
    if (node.type.name === 'clauseRef' && node.attrs.documentId === null) {
      const words = own.get(String(node.attrs.clauseId)) ?? null;
      return { words, fault: words === null ? 'clauseGone' : null, isMoved: false };
    }
    const known = now.get(keyOf(node));
    if (!known) return { words: null, fault: null, isMoved: false };
    const { seen } = node.attrs;
    const isMoved = Boolean(seen) && known.words !== null && known.words !== seen;
    return { ...known, isMoved: node.type.name !== 'clauseRef' && isMoved };
  };
}

/** Under which name what it refers to is known. */
function keyOf({ type, attrs }: Node): string {
  const { documentId, clauseId, source, refId, period, indicatorIds } = attrs;
  if (type.name === 'clauseRef') return clauseKey({ documentId, clauseId });
  if (type.name === 'liveText') return liveKey({ source, refId });
  return tableKey({ period, indicatorIds });
}

export function clauseKey({ documentId, clauseId }: { documentId: string; clauseId: string }): string {
  return `clause ${documentId} ${clauseId}`;
}

export function liveKey({ source, refId }: Pick<LiveText['attrs'], 'source' | 'refId'>): string {
  return `${source} ${refId}`;
}

export function tableKey({ period, indicatorIds }: Table): string {
  return `table ${period} ${indicatorIds.join(' ')}`;
}

// A block that was not touched is the same object: only the one under the cursor is looked through at a key.
const known = new WeakMap<Node, readonly Place[]>();

function placesIn(doc: Node): Place[] {
  const places: Place[] = [];
  doc.forEach((block, start) => {
    for (const { at, node } of placesOf(block)) places.push({ at: start + at, node });
  });
  return places;
}

function placesOf(block: Node): readonly Place[] {
  const before = known.get(block);
  if (before) return before;
  const places: Place[] = block.type.name === 'indicatorTable' ? [{ at: 0, node: block }] : [];
  block.descendants((node, at) => {
    if (isChip(node)) places.push({ at: at + 1, node });
  });
  known.set(block, places);
  return places;
}

/** What refers to something, in the order of the text; the same object until the text changes. */
export function placesOfChips(state: EditorState): readonly Place[] {
  return key.getState(state)?.places ?? [];
}

export function movedIn(state: EditorState): readonly Moved[] {
  return key.getState(state)?.moved ?? none;
}

export function setWordsNow(editor: Editor, now: WordsNow): void {
  editor.view.dispatch(keepingCursor(editor.view, editor.state.tr.setMeta(key, now)));
}

/** What has moved is seen now. */
export function acceptMoved(editor: Editor): void {
  const tr = editor.state.tr;
  for (const { at, now } of movedIn(editor.state)) tr.setNodeAttribute(at, 'seen', now);
  if (tr.docChanged) editor.view.dispatch(tr);
}

/** Copied, a clause "of this document" names its document: it may go into another one. */
function withWords(slice: Slice, state: EditorState, documentId: string | null): Slice {
  const now = key.getState(state)?.now;
  if (!now) return slice;
  const stateOf = statesIn(state.doc, now);
  return mapChipNodes(slice, (chip) => {
    const { type, attrs } = chip;
    const { words } = stateOf(chip);
    if (type.name === 'liveText') return { ...attrs, seen: words ?? attrs.seen };
    return { ...attrs, documentId: attrs.documentId ?? documentId, label: words ?? attrs.label };
  });
}

function broughtHome(slice: Slice, documentId: string): Slice {
  return mapChipNodes(slice, ({ attrs }) =>
    attrs.documentId === documentId ? { ...attrs, documentId: null } : attrs,
  );
}

type ChangeAttrs = (chip: Node) => Node['attrs'];

function mapChipNodes(slice: Slice, change: ChangeAttrs): Slice {
  const visit = (fragment: Fragment): Fragment =>
    Fragment.fromArray(
      fragment.content.map((node) =>
        isChip(node) ? node.type.create(change(node), null, node.marks) : node.copy(visit(node.content)),
      ),
    );
  return new Slice(visit(slice.content), slice.openStart, slice.openEnd);
}

function isChip({ type }: Node): boolean {
  return type.name === 'clauseRef' || type.name === 'liveText';
}
