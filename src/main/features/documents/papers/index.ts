import type { PaperSetters } from '#main/api/context.ts';
import type { DocumentPaper } from '#shared/features/documents/papers.ts';
import { documentToPrint } from './to-print.ts';

// The others are loaded when they are asked for: a start waits for no paper.
export const documentPapers: PaperSetters<DocumentPaper> = {
  document: ({ store, services, today }, { id, edits }) =>
    documentToPrint({ db: store.db, services }, id, { edits, today: today() }),
  comparison: async ({ store, today }, compared) =>
    (await import('./comparison.ts')).comparisonToPrint(store, compared, today()),
  register: async ({ store, today }, wanted) =>
    (await import('./register-to-print.ts')).registerToPrint(store.db, wanted, today()),
};
