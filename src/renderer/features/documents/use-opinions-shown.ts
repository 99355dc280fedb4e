import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { opinionDraftKey } from '#shared/features/reviews/schema.ts';

/** Open the last time, for the next draft. */
let wasShown = false;

/** Whether the opinions stand beside the document; they do when one was being written as the program stopped. */
export function useOpinionsShown(documentId: string, { isDraft = false } = {}) {
  // Of what was issued its paper comes first.
  const [isShown, setShown] = useState(isDraft && wasShown);
  if (isDraft) wasShown = isShown;
  const isAsked = useRef(false);
  const { data: drafts } = useQuery(methodQuery('drafts.list', {}));
  useEffect(() => {
    if (!drafts || isAsked.current) return;
    isAsked.current = true;
    if (drafts.some(({ key }) => key === opinionDraftKey(documentId))) setShown(true);
  }, [drafts, documentId]);
  return { isShown, setShown };
}
