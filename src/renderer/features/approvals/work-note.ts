import type { Translate } from '#renderer/lib/i18n.tsx';
import { localDay, showDay } from '#renderer/lib/time.ts';
import type { Work } from '#shared/features/approvals/schema.ts';
import { showDate } from '#shared/text/dates.ts';

/** Who laid it there and until when: "Nguyễn Văn An · hạn 12/12/2026"; of a returned one its reason. */
export function workNote(t: Translate, { task, by, reason, dueOn, since }: Work): string {
  if (task === 'mend') return `${by}: ${reason}`;
  if (dueOn === null) return t('approvals.work.since', { name: by, day: showDay(since) });
  const isLate = dueOn < localDay();
  return t(isLate ? 'approvals.work.late' : 'approvals.work.due', { name: by, date: showDate(dueOn) });
}
