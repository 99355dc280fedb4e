import { showDate } from './dates.ts';

/*
 * Instants of the journal (UTC) as the clock and the calendar of this PC show them.
 */
const two = (value: number) => String(value).padStart(2, '0');

/** The day on the PC's calendar, YYYY-MM-DD. */
export function localDay(date: Date = new Date()): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** "14:32", or "14:32:07". */
export function showClock(instant: string, withSeconds = false): string {
  const date = new Date(instant);
  const minutes = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return withSeconds ? `${minutes}:${two(date.getSeconds())}` : minutes;
}

/** "24/12/2021" */
export function showDay(instant: string): string {
  return showDate(localDay(new Date(instant)));
}
