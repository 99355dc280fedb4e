import type { PaperSetters } from '#main/api/context.ts';
import type { ApprovalPaper } from '#shared/features/approvals/papers.ts';

export const approvalPapers: PaperSetters<ApprovalPaper> = {
  opinionSheets: async ({ store, today }, { id }) =>
    (await import('./to-print.ts')).sheetsToPrint(store.db, id, today()),
};
