import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { methodQuery } from '#renderer/lib/query-client.ts';
import type { Input, Output } from '#shared/contract.ts';
import { clauseKey, liveKey, placesOfChips, setWordsNow, tableKey, type WordsNow } from './chip-words.ts';

type Wanted = Input<'documents.references'>;

/** Not at each key: what a text refers to changes when something is put in or taken out. */
const pause = 200;

/** Tells the chips of an editor how they read now, and again after each change of the records. Shows nothing. */
export function FollowChips({ editor }: { editor: Editor }) {
  const [wanted, setWanted] = useState(() => wantedIn(editor));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = () => {
      timer = null;
      if (editor.isDestroyed) return;
      const next = wantedIn(editor);
      setWanted((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const changed = () => {
      timer ??= setTimeout(look, pause);
    };
    editor.on('update', changed);
    return () => {
      editor.off('update', changed);
      if (timer !== null) clearTimeout(timer);
    };
  }, [editor]);
  const isEmpty = Object.values(wanted).every((refs) => refs.length === 0);
  const { data } = useQuery({
    ...methodQuery('documents.references', wanted),
    enabled: !isEmpty,
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (data && !editor.isDestroyed) setWordsNow(editor, wordsOf(data));
  }, [data, editor]);
  return null;
}

function wantedIn(editor: Editor): Wanted {
  const wanted: { [K in keyof Wanted]: Map<string, Wanted[K][number]> } = {
    clauses: new Map(),
    live: new Map(),
    tables: new Map(),
  };
  for (const { node } of placesOfChips(editor.state)) {
    const { documentId, clauseId, source, refId, period, indicatorIds } = node.attrs;
    if (node.type.name === 'liveText') wanted.live.set(liveKey({ source, refId }), { source, refId });
    else if (node.type.name === 'indicatorTable')
      wanted.tables.set(tableKey({ period, indicatorIds }), { period, indicatorIds });
    else if (documentId !== null)
      wanted.clauses.set(clauseKey({ documentId, clauseId }), { documentId, clauseId });
  }
  return {
    clauses: [...wanted.clauses.values()],
    live: [...wanted.live.values()],
    tables: [...wanted.tables.values()],
  };
}

function wordsOf({ clauses, live, tables }: Output<'documents.references'>): WordsNow {
  const now = new Map<string, { words: string | null; fault: string | null }>();
  for (const one of clauses) now.set(clauseKey(one), { words: one.label, fault: one.fault });
  for (const one of live)
    now.set(liveKey(one), { words: one.words, fault: one.words === null ? 'gone' : null });
  for (const one of tables) now.set(tableKey(one), { words: one.figures, fault: null });
  return now;
}
