import type { PaperSetters } from '#main/api/context.ts';
import type { ReviewPaper } from '#shared/features/reviews/papers.ts';

export const reviewPapers: PaperSetters<ReviewPaper> = {
  opinions: async ({ store, today }, { id }) =>
    (await import('./opinions.ts')).opinionsToPrint(store, id, today()),
};
