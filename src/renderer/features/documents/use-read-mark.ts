import { useEffect } from 'react';
import { client } from '#renderer/lib/client.ts';

/** Remembers, when the document is left, that this person has read it as it is then. */
export function useReadMark(id: string): void {
  useEffect(() => {
    // A bookmark that could not be set is no loss.
    const mark = () => void client.documents.markRead({ id }).catch(() => undefined);
    window.addEventListener('pagehide', mark);
    return () => {
      window.removeEventListener('pagehide', mark);
      mark();
    };
  }, [id]);
}
