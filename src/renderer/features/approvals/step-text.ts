import type { Translate } from '#renderer/lib/i18n.tsx';
import { showClock, showDay } from '#renderer/lib/time.ts';
import type { Step } from '#shared/features/approvals/schema.ts';
import { showDate } from '#shared/text/dates.ts';

/** "14:32 ngày 24/12/2026, Nguyễn Văn An trả lại: thiếu nơi nhận" */
export function stepText(t: Translate, step: Step): string {
  const parts = [
    t(`approvals.step.${step.kind}`, {
      time: showClock(step.at),
      day: showDay(step.at),
      name: step.actorName,
      assignee: step.assigneeName ?? t('approvals.field.anybody'),
    }),
    step.dueOn && t('approvals.step.due', { date: showDate(step.dueOn) }),
  ].filter(Boolean);
  return `${parts.join(', ')}${step.reason ? `: ${step.reason}` : ''}`;
}
