import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useState } from 'react';
import { addFinder, type Finder, finderFocused, openFinder } from '#renderer/lib/finders.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { endSearch, says } from './matches.ts';

/** Longer ones are no words to look for. */
const longestSelection = 100;

/** What was looked for last, in whichever text. */
const last = { words: '' };

/** `asked` counts, so that asking again brings the focus back. */
export type Find = { words: string; isReplacing: boolean; asked: number };

/** Ctrl+F and Ctrl+H in a text: where several stand on the page, in the one that had the focus last. */
export function useFinder(
  editor: Editor | null,
  isReadOnly: boolean,
): { find: Find | null; replace: (words: string) => void; close: () => void } {
  const [find, setFind] = useState<Find | null>(null);

  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    const finder: Finder = {
      says: (words) => says(editor, words),
      open: (words, isReplacing) =>
        setFind((before) =>
          asked(before, words ?? selectedWords(editor) ?? last.words, isReplacing && !isReadOnly),
        ),
    };
    const focused = () => finderFocused(finder);
    editor.on('focus', focused);
    const remove = addFinder(finder);
    return () => {
      editor.off('focus', focused);
      remove();
    };
  }, [editor, isReadOnly]);

  useShortcuts([
    { keys: 'ctrl+f', label: 'richText.find.title', run: () => openFinder(false) },
    ...(isReadOnly
      ? []
      : [{ keys: 'ctrl+h', label: 'richText.find.replaceTitle' as const, run: () => openFinder(true) }]),
  ]);

  const close = useCallback(() => {
    setFind(null);
    if (!editor || editor.isDestroyed) return;
    endSearch(editor);
    editor.commands.focus();
  }, [editor]);
  const replace = useCallback((words: string) => setFind((before) => asked(before, words, true)), []);
  return { find, replace, close };
}

function asked(before: Find | null, words: string, isReplacing: boolean): Find {
  const count = before?.asked ?? 0;
  return { words, isReplacing: isReplacing || (before?.isReplacing ?? false), asked: count + 1 };
}

export function rememberWords(words: string): void {
  last.words = words;
}

function selectedWords({ state }: Editor): string | null {
  const { from, to, $from, $to } = state.selection;
  if (from === to || to - from > longestSelection || !$from.sameParent($to)) return null;
  return state.doc.textBetween(from, to, ' ', ' ').trim() || null;
}
