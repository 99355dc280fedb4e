import { ordinalWords, roman } from '../../text/ordinals.ts';
import { twoDigits } from '../../text/quantities.ts';
import type { BodyName } from '../organisation/schema.ts';
import type { AttendanceEntry, ConferenceKind } from './schema.ts';

/** "Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII": the official title, on paper and on screen. */
export function conferenceTitle(
  conference: { kind: ConferenceKind; ordinal: number },
  termOrdinal: number,
  name: Pick<BodyName, 'committeeName' | 'standingName'>,
): string {
  const ordinal = ordinalWords(conference.ordinal);
  const term = `khóa ${roman(termOrdinal)}`;
  switch (conference.kind) {
    case 'congress':
      return `Đại hội Đảng bộ lần thứ ${roman(conference.ordinal)}`;
    case 'executive_committee':
      return `Hội nghị ${name.committeeName} lần thứ ${ordinal}, ${term}`;
    case 'standing_committee':
      return `Hội nghị ${name.standingName} lần thứ ${ordinal}, ${term}`;
    case 'cell':
      return `Hội nghị chi bộ lần thứ ${ordinal}, ${term}`;
  }
}

export type AttendanceCount = { members: number; present: number; excused: number; absent: number };

export function countAttendance(entries: readonly AttendanceEntry[]): AttendanceCount {
  const count = { members: entries.length, present: 0, excused: 0, absent: 0 };
  for (const entry of entries) count[entry.state] += 1;
  return count;
}

/** "Có mặt: 13 đồng chí; vắng: 02 đồng chí (có lý do: 02)." The sentence that the minutes print. */
export function attendanceSentence(count: AttendanceCount): string {
  const away = count.excused + count.absent;
  if (away === 0) return `Có mặt: ${twoDigits(count.present)} đồng chí; vắng: 0.`;
  const kinds = [
    count.excused > 0 ? `có lý do: ${twoDigits(count.excused)}` : '',
    count.absent > 0 ? `không lý do: ${twoDigits(count.absent)}` : '',
  ].filter(Boolean);
  return `Có mặt: ${twoDigits(count.present)} đồng chí; vắng: ${twoDigits(away)} đồng chí (${kinds.join('; ')}).`;
}

/** More than half of all members, not of those present (domain 3.2); only ever a warning. */
export function hasQuorum(count: AttendanceCount): boolean {
  return count.present * 2 > count.members;
}
