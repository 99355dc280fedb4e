import type { QueryContext } from '#main/api/context.ts';
import { tallySheets } from '#shared/features/approvals/sheets.ts';
import type { FinalAct, Objection } from '#shared/objections.ts';
import { listSheets } from './sheets-repository.ts';

/** Who was asked in writing and has not answered, or has answered no. */
export async function approvalObjections(
  { db }: Pick<QueryContext, 'db'>,
  act: FinalAct,
): Promise<Objection[]> {
  if (act.act !== 'approve' && act.act !== 'issue') return [];
  const { sent, back, disagree } = tallySheets(await listSheets(db, act.documentId));
  const place = { kind: 'sheets' } as const;
  const found: Objection[] = [];
  if (back < sent) found.push({ id: 'sheetsOut', params: { count: sent - back, sent }, place });
  if (disagree > 0) found.push({ id: 'sheetsAgainst', params: { count: disagree, back }, place });
  return found;
}
