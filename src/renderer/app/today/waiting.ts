import { useQuery } from '@tanstack/react-query';
import { useT } from '#renderer/lib/i18n.tsx';
import { useHasRight } from '#renderer/lib/presence.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import type { DocumentSummary } from '#shared/features/documents/schema.ts';
import { showDate } from '#shared/text/dates.ts';

type Waiting = { key: string; document: DocumentSummary; note: string };

/** The drafts that others have to decide on, to send their sheets back for, or that have opinions to be answered. */
export function useWaiting(documents: readonly DocumentSummary[], day: string): Waiting[] | undefined {
  const t = useT();
  const isWriter = useHasRight('documents.create');
  const { data: awaited } = useQuery(methodQuery('approvals.awaited', {}));
  const { data: unsettled } = useQuery(methodQuery('reviews.unsettled', {}));
  if (!awaited || !unsettled) return undefined;
  if (!isWriter) return [];

  const drafts = new Map(documents.filter(({ status }) => status === 'draft').map((one) => [one.id, one]));
  const ofAnswers = unsettled.map((one) => ({ ...one, from: 'opinions' as const, dueOn: null }));
  return [...awaited, ...ofAnswers].flatMap(({ documentId, from, count, dueOn }) => {
    const document = drafts.get(documentId);
    if (!document) return [];
    const what = t(`app.today.waits.${from}`, { count });
    const due = dueOn && t(`app.today.${dueOn < day ? 'late' : 'due'}`, { date: showDate(dueOn) });
    return [{ key: `${from} ${documentId}`, document, note: due ? `${what} · ${due}` : what }];
  });
}
