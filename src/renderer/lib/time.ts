import { showDate } from '#shared/text/dates.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** The day on the PC's calendar, YYYY-MM-DD. */
export function localDay(date: Date = new Date()): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** "14:32", or "14:32:07". `instant` is UTC; shown on the PC's clock. */
export function showClock(instant: string, withSeconds = false): string {
  const date = new Date(instant);
  const minutes = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return withSeconds ? `${minutes}:${two(date.getSeconds())}` : minutes;
}

/** "24/12/2021" of an instant, on the PC's calendar. */
export function showDay(instant: string): string {
  return showDate(localDay(new Date(instant)));
}

export function isToday(instant: string): boolean {
  return localDay(new Date(instant)) === localDay();
}
