import type { Extensions } from '@tiptap/react';
import { useMemo } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { ChipWords } from './chip-words.ts';
import { ClauseIds } from './clause-ids.ts';
import { ClauseRefNode } from './clause-ref-node.ts';
import { LiveTextNode } from './live-text-node.ts';

/** What an editor needs to cite clauses and to hold sentences from the records. Keeps its identity. */
export function useClauseBlocks(documentId: string | null): Extensions {
  const t = useT();
  return useMemo(
    () => [
      ClauseRefNode.configure({
        faults: {
          clauseGone: t('documents.citation.fault.clauseGone'),
          documentGone: t('documents.citation.fault.documentGone'),
          voided: t('documents.citation.fault.voided'),
        },
      }),
      LiveTextNode.configure({
        movedFrom: (before) => t('documents.live.movedFrom', { before }),
        gone: t('documents.live.gone'),
      }),
      ClauseIds,
      ChipWords.configure({ documentId }),
    ],
    [t, documentId],
  );
}
