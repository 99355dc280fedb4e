import type { Conference } from './schema.ts';

type Meeting = Pick<Conference, 'startsAt' | 'endsAt'>;

/**
 * The day that a time of the meeting is meant for when only the clock says it: today while it goes on, else its first day.
 * Minutes that are typed later are of the meeting's day.
 */
export function meetingDay({ startsAt, endsAt }: Meeting, today: string): string {
  const [first, last] = [startsAt.slice(0, 10), (endsAt ?? startsAt).slice(0, 10)];
  return first < today && today <= last ? today : first;
}

/** A time of the first day goes along when the meeting is moved to another one. Both YYYY-MM-DDTHH:MM. */
export function movedAlong(time: string | null, from: Meeting, to: Meeting): string | null {
  const [before, after] = [from.startsAt.slice(0, 10), to.startsAt.slice(0, 10)];
  return time?.startsWith(before) ? after + time.slice(10) : time;
}
