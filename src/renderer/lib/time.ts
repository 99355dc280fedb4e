import { localDay } from '#shared/text/instants.ts';

export { localDay, showClock, showDay } from '#shared/text/instants.ts';

export function isToday(instant: string): boolean {
  return localDay(new Date(instant)) === localDay();
}
