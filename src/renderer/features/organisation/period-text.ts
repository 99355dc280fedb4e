import type { Translate } from '#renderer/lib/i18n.tsx';
import { showDate } from '#shared/text/dates.ts';

/** "01/7/2025 – nay": from when to when something holds; an open end is today's. */
export function periodText(t: Translate, from: string, to: string | null): string {
  return t('organisation.period', { from: showDate(from), to: to ? showDate(to) : t('organisation.now') });
}
