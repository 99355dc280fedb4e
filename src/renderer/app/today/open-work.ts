import { localDay } from '#renderer/lib/time.ts';
import type { AppStatus } from '#shared/features/app/contract.ts';
import type { ConferenceSummary } from '#shared/features/conferences/schema.ts';
import type { DocumentSummary } from '#shared/features/documents/schema.ts';

/** An office that writes every day loses at most a week. */
const mostDaysWithoutBackup = 7;
const dayMs = 86_400_000;

/** Its last day is before this one, and its minutes can still be changed. */
export function isHeldUnclosed(conference: ConferenceSummary, day: string): boolean {
  return conference.closedAt === null && lastDayOf(conference) < day;
}

/** Of this day or still to come. */
export function isUnderWay(conference: ConferenceSummary, day: string): boolean {
  return conference.closedAt === null && lastDayOf(conference) >= day;
}

/** Without an end, which is written down at the end, it is the day of its beginning. */
function lastDayOf({ startsAt, endsAt }: ConferenceSummary): string {
  return (endsAt ?? startsAt).slice(0, 10);
}

/** For how many days what was changed has no backup, once that is too long; null: it is not. */
export function daysWithoutBackup(backup: AppStatus['lastBackup'], day: string): number | null {
  if (!backup || backup.changesSince === 0) return null;
  const days = Math.round((Date.parse(day) - Date.parse(localDay(new Date(backup.at)))) / dayMs);
  return days >= mostDaysWithoutBackup ? days : null;
}

type Begun = {
  members: readonly unknown[];
  conferences: readonly unknown[];
  documents: readonly Pick<DocumentSummary, 'status'>[];
  lastBackup: AppStatus['lastBackup'];
};

/** Which steps from an empty register to the first printed resolution are done, in their order. */
export function firstSteps({ members, conferences, documents, lastBackup }: Begun) {
  return [
    { step: 'members', isDone: members.length > 0 },
    { step: 'conference', isDone: conferences.length > 0 },
    { step: 'document', isDone: documents.some(({ status }) => status !== 'draft') },
    { step: 'backup', isDone: lastBackup !== null },
  ] as const;
}
