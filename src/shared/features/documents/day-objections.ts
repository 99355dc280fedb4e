import type { Objection } from '../../objections.ts';
import { daysBetween, showDate } from '../../text/dates.ts';

/** So many days back a paper may be dated without a word: it was signed, and is numbered when the clerk is back. */
const usualDelay = 7;

/** A day of issue that is not about today: a slip in the month or the year stays on the paper for good. */
export function dayObjections(date: string, today: string): Objection[] {
  const days = daysBetween(today, date);
  if (days > 0) return [{ id: 'dayAhead', params: { date: showDate(date), days }, place: null }];
  if (days >= -usualDelay) return [];
  return [{ id: 'dayLongAgo', params: { date: showDate(date), days: -days }, place: null }];
}
