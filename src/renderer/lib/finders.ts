import { useEffect } from 'react';
import { useSearchParams } from 'wouter';

/** A text on the page that can be looked through. */
export type Finder = {
  says: (words: string) => boolean;
  /** Shows the bar: with these words, else with what is selected or was looked for last. */
  open: (words: string | null, isReplacing: boolean) => void;
};

/** The one that had the focus last comes first. */
let finders: readonly Finder[] = [];
/** What a text that is still to come shall open with; null: what Ctrl+F opens with. */
let awaited: { words: string | null } | null = null;

export function addFinder(finder: Finder): () => void {
  finders = [...finders, finder];
  if (awaited && isMeant(finder, awaited.words)) {
    finder.open(awaited.words, false);
    awaited = null;
  }
  return () => {
    finders = finders.filter((other) => other !== finder);
  };
}

export function finderFocused(finder: Finder): void {
  finders = [finder, ...finders.filter((other) => other !== finder)];
}

export function openFinder(isReplacing: boolean): void {
  finders[0]?.open(null, isReplacing);
}

/**
 * Opens the first text that says the words (null: any), also one that is still to come.
 * @returns how to stop waiting for it
 */
export function findWords(words: string | null): () => void {
  const asked = { words };
  const there = finders.find((finder) => isMeant(finder, words));
  if (there) there.open(words, false);
  else awaited = asked;
  return () => {
    if (awaited === asked) awaited = null;
  };
}

function isMeant({ says }: Finder, words: string | null): boolean {
  return words === null || says(words);
}

/** The page was come to for words (`?find=`): the text that says them shows where. @returns the words, null without */
export function useWordsToFind(): string | null {
  const [search] = useSearchParams();
  const words = search.get('find');
  useEffect(() => (words === null ? undefined : findWords(words)), [words]);
  return words;
}
