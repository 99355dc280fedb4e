import { closeHistory } from '@tiptap/pm/history';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Extension } from '@tiptap/react';

/** The office's dictionary (gõ tắt), one for all editors of the page. */
let dictionary: ReadonlyMap<string, string> = new Map();

export function setAbbreviations(phrases: readonly { abbreviation: string; text: string }[]): void {
  dictionary = new Map(phrases.map(({ abbreviation, text }) => [abbreviation, text]));
}

const lastWord = /[\p{L}\p{N}]+$/u;
const separator = /^[\s.,;:!?)”"]$/u;

/** What stands for the word just before the place, if the dictionary has it. */
function expansionAt(state: EditorState, at: number): { from: number; text: string; word: string } | null {
  const $at = state.doc.resolve(at);
  if (!$at.parent.isTextblock) return null;
  const before = $at.parent.textBetween(
    Math.max(0, $at.parentOffset - 40),
    $at.parentOffset,
    undefined,
    '\ufffc',
  );
  const word = lastWord.exec(before)?.[0].normalize('NFC');
  const text = word && dictionary.get(word.toLocaleLowerCase('vi'));
  return word && text ? { from: at - word.length, text, word } : null;
}

type Done = { from: number; to: number; typed: string } | null;
const key = new PluginKey<Done>('abbreviations');

/**
 * Only at the sign that ends a word, never while it is being typed: UniKey takes letters back and types them anew.
 * @returns whether it was expanded, with `after` behind it
 */
function expand(view: EditorView, at: number, after: string): boolean {
  if (view.composing || dictionary.size === 0 || !view.state.selection.empty) return false;
  const found = expansionAt(view.state, at);
  if (!found) return false;
  const { from, text, word } = found;
  // A step of its own: Ctrl+Z brings the abbreviation back.
  const tr = closeHistory(view.state.tr).insertText(`${text}${after}`, from, at);
  const to = from + text.length + after.length;
  view.dispatch(tr.setMeta(key, { from, to, typed: `${word}${after}` } satisfies Done).scrollIntoView());
  return true;
}

/** Backspace right behind an expansion: what was typed comes back. */
function takeBack(view: EditorView): boolean {
  const done = key.getState(view.state);
  const { selection } = view.state;
  if (!done || !selection.empty || selection.from !== done.to) return false;
  view.dispatch(view.state.tr.insertText(done.typed, done.from, done.to));
  return true;
}

export const Abbreviations = Extension.create({
  name: 'abbreviations',
  addProseMirrorPlugins: () => [
    new Plugin<Done>({
      key,
      state: {
        init: () => null,
        apply: (tr, before): Done => tr.getMeta(key) ?? (tr.docChanged ? null : before),
      },
      props: {
        handleTextInput: (view, from, _to, text) => separator.test(text) && expand(view, from, text),
        handleKeyDown: (view, event) => {
          if (event.ctrlKey || event.altKey || event.metaKey) return false;
          if (event.key === 'Backspace') return takeBack(view);
          // The new paragraph or the next cell follows all the same.
          if (event.key === 'Enter' || event.key === 'Tab') expand(view, view.state.selection.from, '');
          return false;
        },
      },
    }),
  ],
});
