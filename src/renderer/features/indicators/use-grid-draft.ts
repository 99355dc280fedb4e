import { useEffect, useMemo, useRef, useState } from 'react';
import { client } from '#renderer/lib/client.ts';
import { type DraftText, readDraft, writeDraft } from '#renderer/lib/forms/draft-text.ts';
import { createDraftWriter } from '#renderer/lib/forms/draft-writer.ts';
import { discardDraft, putDraft } from '#renderer/lib/forms/drafts.ts';
import { draftsStatus } from '#renderer/lib/forms/drafts-status.ts';
import { openDraft } from '#renderer/lib/forms/open-drafts.ts';
import { type GridDraft, readGrid } from './grid-draft.ts';

export type FoundDraft = DraftText<GridDraft> | null;

/** The grid's draft has had one shape. */
const shape = 0;

const keyOf = (period: string) => `indicators:${period}`;

/** Grids that were left and still save: who opens the year again waits, or would find open what is being saved. */
const closing = new Map<string, Promise<void>>();

/** What was begun in the year and not saved; null until it is known, so that nothing is written over it unseen. */
export function useFoundDraft(period: string): { draft: FoundDraft } | null {
  const [found, setFound] = useState<{ draft: FoundDraft; period: string } | null>(null);
  useEffect(() => {
    let gone = false;
    void Promise.resolve(closing.get(period))
      .then(() => client.drafts.get({ key: keyOf(period) }))
      .then((row) => row && readDraft(row, readGrid))
      // Without the old draft the clerk can still type; the store's own error is told where it is used.
      .catch(() => null)
      .then((draft) => {
        if (!gone) setFound({ draft, period });
      });
    return () => {
      gone = true;
    };
  }, [period]);
  return found?.period === period ? found : null;
}

/** Keeps in the draft table what the grid holds and has not saved, and `words` that have no place in it. */
export function useKeptDraft(period: string, held: GridDraft | null, words: string, found: FoundDraft) {
  const key = keyOf(period);
  const newest = useRef(held);
  newest.current = held;
  const others = useRef(words);
  others.current = words;
  const onScreen = useRef(false);
  const saves = useRef(new Set<Promise<unknown>>());
  const writer = useMemo(
    () =>
      createDraftWriter({
        read: () => {
          if (newest.current === null && others.current === '') return null;
          const at = new Date().toISOString();
          return writeDraft(
            { form: newest.current, words: others.current, at, label: '', basedOn: null, older: null },
            shape,
          );
        },
        put: (value) => putDraft(key, value),
        discard: () => discardDraft(key),
        onState: (state) => {
          if (onScreen.current) draftsStatus.set(key, state);
        },
      }),
    [key],
  );

  const text = JSON.stringify({ held, words });
  const known = useRef(text);
  useEffect(() => {
    if (known.current === text) return;
    known.current = text;
    writer.touch();
  }, [text, writer]);

  const first = useRef(found);
  useEffect(() => {
    onScreen.current = true;
    writer.enter();
    const close = openDraft(writer);
    const flush = () => void writer.flush();
    window.addEventListener('pagehide', flush);
    if (first.current && (newest.current || others.current))
      draftsStatus.set(key, 'drafted', first.current.at);
    // All of it was saved after all.
    else if (first.current) void writer.release();
    return () => {
      onScreen.current = false;
      close();
      window.removeEventListener('pagehide', flush);
    };
  }, [key, writer]);

  return {
    /** The draft stays as it is until the save is over; `left`: what it then holds if the grid was left meanwhile. */
    during: <T>(save: Promise<T>, left: GridDraft | null): Promise<T> => {
      void writer.hold();
      const running = save.then(async (done) => {
        saves.current.delete(running);
        if (done && !onScreen.current) newest.current = left;
        if (saves.current.size > 0) return done;
        if (done) await writer.release();
        else writer.resume();
        return done;
      });
      saves.current.add(running);
      return running;
    },
    /** For what comes back after the grid was left. */
    put: (draft: GridDraft | null): void => {
      newest.current = draft;
      writer.touch();
    },
    /** The grid is left: its saves and its draft come to their end. */
    leave: (): void => {
      const running = Promise.all(saves.current)
        .then(() => writer.leave())
        .finally(() => {
          draftsStatus.set(key, 'clean');
          if (closing.get(period) === running) closing.delete(period);
        });
      closing.set(period, running);
    },
  };
}
