import type { QueryContext } from '#main/api/context.ts';
import type { FinalAct, Objection } from '#shared/objections.ts';
import { countOpen } from './repository.ts';

/** What was said of a document and neither taken over nor explained. */
export async function reviewObjections(
  { db }: Pick<QueryContext, 'db'>,
  act: FinalAct,
): Promise<Objection[]> {
  if ('conferenceId' in act || act.act === 'void') return [];
  const count = await countOpen(db, act.documentId);
  return count === 0 ? [] : [{ id: 'opinionsOpen', params: { count }, place: { kind: 'opinions' } }];
}
