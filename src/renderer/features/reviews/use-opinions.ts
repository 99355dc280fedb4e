import { useCallback, useEffect, useRef, useState } from 'react';
import { theBridge } from '#renderer/lib/bridge.ts';
import { client, noteUnlessRefused } from '#renderer/lib/client.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import type { Opinion } from '#shared/features/reviews/schema.ts';

/** A pause in typing after which the places are looked up anew; until then the editor moves them along. */
const pauseMs = 600;

type Source = {
  /** What is typed and not saved yet; undefined: as stored; null while a field cannot be read. */
  edits: () => DocumentFields | null | undefined;
  /** The text in the editor at this moment, to know later whether the places are still its own. */
  text: () => object | null;
};

export type Opinions = {
  /** The stored version; null until it is known. */
  version: string | null;
  opinions: readonly Opinion[];
  /** Which text their places are of. */
  text: object | null;
};

/** The opinions on a document with where they stand in the text as typed, and how to look them up anew. */
export function useOpinions(documentId: string, source: Source) {
  const [found, setFound] = useState<Opinions>({ version: null, opinions: [], text: null });
  const newest = useRef(source);
  newest.current = source;
  const again = useRef<(afterMs: number) => void>(() => {});
  const hasAny = useRef(false);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let run = 0;
    const look = async () => {
      const edits = newest.current.edits();
      if (edits === null) return;
      run += 1;
      const mine = run;
      const text = newest.current.text();
      try {
        const { version, opinions } = await client.reviews.list({ documentId, ...(edits && { edits }) });
        if (gone || mine !== run) return;
        hasAny.current = opinions.length > 0;
        setFound({ version, opinions, text });
      } catch (error) {
        // The store's own error is told where it is used; what was shown stays.
        noteUnlessRefused(error);
      }
    };
    again.current = (afterMs) => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), afterMs);
    };
    again.current(0);
    const unsubscribe = theBridge().subscribe((event) => {
      if (event.kind === 'changed') again.current(0);
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      again.current = () => {};
      unsubscribe();
    };
  }, [documentId]);

  return {
    found,
    /** Costs nothing: called after each key. Where nobody has said anything, nothing is looked up. */
    touch: useCallback(() => {
      if (hasAny.current) again.current(pauseMs);
    }, []),
    lookAgain: useCallback(() => again.current(0), []),
  };
}
