import { closeHistory, isHistoryTransaction } from '@tiptap/pm/history';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Extension } from '@tiptap/react';

/** How much is typed since the last end of a phrase, and whether the phrase is at its end. */
type Phrase = { letters: number; isOver: boolean };

/** About five words: what is taken back without a sign that ends a phrase. */
const longPhrase = 24;
const phraseEnd = /[\p{P}…]\s$/u;
const wordEnd = /\s$/u;

const key = new PluginKey<Phrase>('undoPhrases');
const nothing: Phrase = { letters: 0, isOver: false };

/**
 * The library takes all typing without a pause for one step, three sentences of who types fast. A step ends at the blank
 * behind a sign, or behind some words: never within a word, where UniKey takes letters back and types them anew.
 */
export const undoPhrases = () =>
  new Plugin<Phrase>({
    key,
    state: { init: () => nothing, apply: follow },
    props: {
      handleDOMEvents: {
        beforeinput: (view, event) => {
          if (event.inputType.startsWith('insert')) endPhrase(view);
          return false;
        },
      },
      // A new paragraph begins a phrase; the browser does not hear of this key.
      handleKeyDown: (view, event) => {
        if (event.key === 'Enter' && !view.composing) view.dispatch(ended(view.state));
        return false;
      },
    },
  });

function follow(tr: Transaction, before: Phrase): Phrase {
  if (tr.getMeta(key) === 'ended' || isHistoryTransaction(tr)) return nothing;
  if (!tr.docChanged) return before;
  const { $from, empty } = tr.selection;
  const letters = before.letters + lettersIn(tr);
  if (!empty || !$from.parent.isTextblock) return { letters, isOver: false };
  const last = $from.parent.textBetween(Math.max(0, $from.parentOffset - 2), $from.parentOffset);
  return { letters, isOver: phraseEnd.test(last) || (letters >= longPhrase && wordEnd.test(last)) };
}

function lettersIn(tr: Transaction): number {
  let count = 0;
  for (const map of tr.mapping.maps)
    map.forEach((_from, _to, from, to) => {
      count += to - from;
    });
  return count;
}

/** What is done from here on is taken back by itself. */
function ended(state: EditorState): Transaction {
  return closeHistory(state.tr).setMeta(key, 'ended');
}

/** Before the next letter: the step so far has its end where the phrase had. */
export function endPhrase(view: Pick<EditorView, 'state' | 'dispatch'>): void {
  if (key.getState(view.state)?.isOver) view.dispatch(ended(view.state));
}

export const UndoPhrases = Extension.create({
  name: 'undoPhrases',
  addProseMirrorPlugins: () => [undoPhrases()],
});
