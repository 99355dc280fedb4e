import type { PaperSetters } from '#main/api/context.ts';
import type { JournalPaper } from '#shared/features/journal/papers.ts';

export const journalPapers: PaperSetters<JournalPaper> = {
  history: async (ctx, { id }) => (await import('./to-print.ts')).historyToPrint(ctx.store, id, ctx),
};
