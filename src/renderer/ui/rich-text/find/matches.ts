import { type EditorState, TextSelection } from '@tiptap/pm/state';
import { type Editor, Extension } from '@tiptap/react';
import {
  findNext,
  findPrev,
  getMatchHighlights,
  SearchQuery,
  search,
  setSearchState,
} from 'prosemirror-search';
import { findPattern } from '#shared/text/find-pattern.ts';

/** Marks what is looked for in the text; nothing until somebody looks. */
export const FindInText = Extension.create({
  name: 'findInText',
  addProseMirrorPlugins: () => [search()],
});

/** How many there are, and which of them is selected; 0: none. */
export type Matches = { count: number; at: number };

export function matchesIn(state: EditorState): Matches {
  const found = getMatchHighlights(state).find();
  const { from, to } = state.selection;
  return { count: found.length, at: 1 + found.findIndex((one) => one.from === from && one.to === to) };
}

export function says(editor: Editor, words: string): boolean {
  return queryFor(words).findNext(editor.state) !== null;
}

/**
 * Selects the first place behind `from` that says the words, and brings it in sight.
 * @param isExact no other marks than those typed: what is to be replaced must not be another word
 */
export function seek(editor: Editor, words: string, from: number, isExact: boolean): void {
  const { state, view } = editor;
  const query = queryFor(words, isExact);
  const marked = setSearchState(state.tr, query);
  const found = query.findNext(state, Math.min(from, state.doc.content.size)) ?? query.findNext(state);
  if (found) marked.setSelection(TextSelection.create(state.doc, found.from, found.to));
  view.dispatch(marked);
  showMatch(editor);
}

/** The editor itself only scrolls while it has the focus. */
function showMatch({ isDestroyed, view }: Editor): void {
  if (!isDestroyed)
    view.dom.querySelector('.ProseMirror-active-search-match')?.scrollIntoView({ block: 'nearest' });
}

/** Longer than what has just come takes to find its place. */
const settleMs = 3_000;

/**
 * Of a text that has just come the tables find their height a moment later, and so does what stands around it: until then
 * the place is brought in sight again. Returns how to stop.
 */
export function keepInSight(editor: Editor): () => void {
  const observer = new ResizeObserver(() => showMatch(editor));
  for (let at: Element | null = editor.view.dom; at; at = at.parentElement) observer.observe(at);
  const timer = setTimeout(() => observer.disconnect(), settleMs);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

export function endSearch({ isDestroyed, state, view }: Editor): void {
  if (!isDestroyed) view.dispatch(setSearchState(state.tr, queryFor('')));
}

export function step(editor: Editor, direction: 1 | -1): void {
  const { state, view } = editor;
  (direction === 1 ? findNext : findPrev)(state, view.dispatch);
  showMatch(editor);
}

/** Puts the other words in the place that is selected, if one is, and goes on to the next. */
export function replaceOne(editor: Editor, by: string): void {
  const { state, view } = editor;
  const { from, to } = state.selection;
  if (matchesIn(state).at > 0) view.dispatch(state.tr.insertText(by.normalize('NFC'), from, to));
  step(editor, 1);
}

/** In one step, which Ctrl+Z takes back as one. @returns how many places */
export function replaceEverywhere({ state, view }: Editor, by: string): number {
  const places = getMatchHighlights(state).find();
  const replaced = state.tr;
  // From the end: what stands before keeps its place.
  for (const { from, to } of places.toReversed()) replaced.insertText(by.normalize('NFC'), from, to);
  view.dispatch(replaced);
  return places.length;
}

function queryFor(words: string, isExact = false): SearchQuery {
  return new SearchQuery({ search: findPattern(words, { isExact }), regexp: true });
}
