import { conferenceSentences } from '#main/features/conferences/index.ts';
import { citedClauses, outcomesOf } from '#main/features/documents/index.ts';
import { indicatorRows } from '#main/features/indicators/index.ts';
import { createReferences } from '#main/references/references.ts';

/** What a text can follow, each answered for by the feature whose records it are. */
export const references = createReferences({
  sentences: conferenceSentences,
  clauses: citedClauses,
  figures: indicatorRows,
  outcomes: outcomesOf,
});
