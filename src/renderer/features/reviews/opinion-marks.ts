import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type Editor, Extension } from '@tiptap/react';
import { keepingCursor, placeOf, rangeOf, type TextRange, wordsIn } from '#renderer/ui/rich-text/index.ts';
import { longestQuote, type Opinion, type Pin } from '#shared/features/reviews/schema.ts';
import classes from './marks.module.css';

/** What an opinion is being written about: it goes along while somebody types. */
type Held = TextRange & { isWhole: boolean };
type Marks = { set: DecorationSet; held: Held | null };
type Change = { set?: DecorationSet; held?: Held | null };

const key = new PluginKey<Marks>('opinions');

/**
 * Shows where opinions stand, beside the text and not in it. Their places come from the comparison with the version that
 * they were given on; between two of those each key moves only what stands behind it.
 */
export const OpinionMarks = Extension.create({
  name: 'opinionMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Marks>({
      key,
      state: {
        init: () => ({ set: DecorationSet.empty, held: null }),
        apply: (transaction, { set, held }) => {
          const change: Change | undefined = transaction.getMeta(key);
          const { mapping, docChanged, doc } = transaction;
          return {
            set: change?.set ?? (docChanged ? set.map(mapping, doc) : set),
            held:
              change?.held === undefined
                ? held && docChanged
                  ? { ...held, from: mapping.map(held.from, 1), to: mapping.map(held.to, -1) }
                  : held
                : change.held,
          };
        },
      },
      props: {
        decorations: (state) => {
          const marks = key.getState(state);
          if (!marks?.held || marks.held.from >= marks.held.to) return marks?.set;
          const { from, to } = marks.held;
          return marks.set.add(state.doc, [Decoration.inline(from, to, { class: classes.held ?? '' })]);
        },
      },
    }),
  ],
});

/** Draws the open ones, and the one that was gone to last. */
export function showOpinions(editor: Editor, opinions: readonly Opinion[], current: string | null): void {
  const { doc, tr } = editor.state;
  const shown = opinions.filter(({ id, settled }) => !settled || id === current);
  const set = DecorationSet.create(
    doc,
    shown.flatMap((opinion) => decoration(doc, opinion, opinion.id === current)),
  );
  const drawn = tr.setMeta(key, { set } satisfies Change).setMeta('addToHistory', false);
  editor.view.dispatch(keepingCursor(editor.view, drawn));
}

function decoration(doc: Node, { id, place: pinned, standing }: Opinion, isCurrent: boolean): Decoration[] {
  const { state, place } = standing;
  if (!place || state === 'removed') return [];
  const range = rangeOf(doc, place);
  const attributes = (name: string | undefined) => ({
    class: [name, isCurrent ? classes.current : ''].filter(Boolean).join(' '),
  });
  if (range && pinned?.to !== null && range.from < range.to)
    return [Decoration.inline(range.from, range.to, attributes(classes.words), { id })];
  const block = range ? paragraphAround(doc, range.from) : blockAt(doc, place.index);
  return block ? [Decoration.node(block.from, block.to, attributes(classes.paragraph), { id })] : [];
}

function paragraphAround(doc: Node, at: number): TextRange {
  const $at = doc.resolve(at);
  return { from: $at.before(), to: $at.after() };
}

function blockAt(doc: Node, index: number): TextRange | null {
  if (index >= doc.childCount) return null;
  let from = 0;
  for (let i = 0; i < index; i += 1) from += doc.child(i).nodeSize;
  return { from, to: from + doc.child(index).nodeSize };
}

/** Selects the words, or puts the cursor at the paragraph, and brings it in sight; false when there is none. */
export function goToOpinion(editor: Editor, id: string): boolean {
  const [mark] = marksOf(editor.state).set.find(undefined, undefined, (spec) => spec.id === id);
  if (!mark) return false;
  const { from, to } = mark;
  const { doc } = editor.state;
  const isParagraph = !doc.resolve(from).parent.isTextblock;
  const selection = isParagraph
    ? TextSelection.near(doc.resolve(from + 1))
    : TextSelection.create(doc, from, to);
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      tr.setSelection(selection);
      return true;
    })
    .scrollIntoView()
    .run();
  return true;
}

/** The opinion at the cursor: on its words before on its paragraph. */
export function opinionAt(editor: Editor): string | null {
  const { from, to } = editor.state.selection;
  const found = marksOf(editor.state).set.find(from, to);
  const [smallest] = found.toSorted((a, b) => a.to - a.from - (b.to - b.from));
  return smallest ? String(smallest.spec.id) : null;
}

/** Holds the selected words, or the paragraph of the cursor, for an opinion that is being written. */
export function holdSelection(editor: Editor): Pin | null {
  const { doc, selection } = editor.state;
  const { $from, from, to } = selection;
  if (!$from.parent.isTextblock) return null;
  const isWhole = from === to;
  const paragraph = { from: $from.start(), to: $from.end() };
  const range = isWhole ? paragraph : { from, to: Math.min(to, paragraph.to) };
  const words = wordsIn(doc, range.from, range.to);
  if (words.trim() === '') return null;
  // Blanks at the ends were caught with the words, not meant.
  const [before, after] = isWhole
    ? [0, 0]
    : [words.length - words.trimStart().length, words.length - words.trimEnd().length];
  const held: Held = { from: range.from + before, to: range.to - after, isWhole };
  setHeld(editor, held);
  return heldPin(editor);
}

export function setHeld(editor: Editor, held: Held | null): void {
  const changed = editor.state.tr.setMeta(key, { held } satisfies Change).setMeta('addToHistory', false);
  editor.view.dispatch(keepingCursor(editor.view, changed));
}

/** Finds the words of an opinion that was being written when the program stopped. */
export function holdAgain(editor: Editor, { place, quote }: Pin): void {
  const range = place && rangeOf(editor.state.doc, place);
  if (!range) return;
  setHeld(editor, { ...range, isWhole: place.to === null });
  if (heldPin(editor)?.quote !== quote) setHeld(editor, null);
}

/** What is held as it stands now; null when it is gone. */
export function heldPin(editor: Editor): Pin | null {
  const { held } = marksOf(editor.state);
  const found = held && held.from < held.to ? placeOf(editor.state.doc, held) : null;
  if (!held || !found) return null;
  const { index, part, from, to } = found.place;
  const place = held.isWhole ? { index, part, from: 0, to: null } : { index, part, from, to };
  return { field: 'body', place, quote: found.words.slice(0, longestQuote) };
}

/** Puts the proposed words where the pinned ones still stand, as if typed: Ctrl+Z takes them back. */
export function takeOver(editor: Editor, { id, quote, proposed }: Opinion): boolean {
  const [mark] = marksOf(editor.state).set.find(undefined, undefined, (spec) => spec.id === id);
  if (!mark || proposed === null) return false;
  const { doc } = editor.state;
  const isParagraph = !doc.resolve(mark.from).parent.isTextblock;
  const range = isParagraph ? { from: mark.from + 1, to: mark.to - 1 } : { from: mark.from, to: mark.to };
  const words = doc.textBetween(range.from, range.to, '\n', '\ufffc').normalize('NFC');
  if (words !== quote || words.includes('\ufffc')) return false;
  return editor
    .chain()
    .focus()
    .command(({ tr }) => {
      tr.insertText(proposed, range.from, range.to);
      return true;
    })
    .setTextSelection({ from: range.from, to: range.from + proposed.length })
    .scrollIntoView()
    .run();
}

function marksOf(state: EditorState): Marks {
  return key.getState(state) ?? { set: DecorationSet.empty, held: null };
}
