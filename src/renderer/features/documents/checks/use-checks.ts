import { useCallback, useEffect, useRef, useState } from 'react';
import { theBridge } from '#renderer/lib/bridge.ts';
import { client, noteUnlessRefused } from '#renderer/lib/client.ts';
import type { CheckFinding } from '#shared/features/documents/checks/schema.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';

/** A pause in typing after which the text is looked through. */
const pauseMs = 600;

export type Checks = {
  findings: readonly CheckFinding[];
  /** Costs nothing: called after each change. */
  touch: () => void;
};

/**
 * What the second pair of eyes finds in the text as typed. Never on the way of a key: it begins when typing pauses, and runs
 * in the other process. `read` says null while a field cannot be read; then the last findings stay.
 */
export function useChecks(id: string, read: () => DocumentFields | null): Checks {
  const [findings, setFindings] = useState<readonly CheckFinding[]>([]);
  const newest = useRef(read);
  newest.current = read;
  const again = useRef<() => void>(() => {});

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let run = 0;
    const look = async () => {
      const edits = newest.current();
      if (!edits) return;
      run += 1;
      const mine = run;
      try {
        const found = await client.documents.check({ id, edits });
        if (!gone && mine === run) setFindings(found);
      } catch (error) {
        // The store's own error is told where it is used; the old findings stay.
        noteUnlessRefused(error);
      }
    };
    again.current = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), pauseMs);
    };
    again.current();
    const unsubscribe = theBridge().subscribe((event) => {
      if (event.kind === 'changed') again.current();
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      again.current = () => {};
      unsubscribe();
    };
  }, [id]);

  return { findings, touch: useCallback(() => again.current(), []) };
}
