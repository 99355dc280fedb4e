// By functions: of the whole library the first screen would wait for eight times as much.
import {
  addYears,
  create,
  dayOfWeek,
  toString as isoOf,
  type Record as PlainDateRecord,
  subtractDays,
} from 'temporal-polyfill/fns/PlainDate';

/** Shows a stored date or local time as clerks write it: "24/12/2021", "24/12/2021 07:30"; what is none as it is. */
export function showDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  if (day === undefined) return iso;
  const time = iso.slice(11, 16);
  return `${day}/${month}/${year}${time ? ` ${time}` : ''}`;
}

/**
 * Reads a typed date: "24/12/2021", "24-12-2021", "24.12.2021", "24122021", "241221", "24/12" (year of `today`).
 * @returns YYYY-MM-DD, or null when it is no date
 */
export function parseDate(typed: string, today: string): string | null {
  const text = typed.trim();
  const parts =
    /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/u.exec(text) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})?$/u.exec(text);
  if (!parts) return null;
  const [, day = '', month = '', typedYear] = parts;
  const year = !typedYear
    ? Number(today.slice(0, 4))
    : typedYear.length === 2
      ? 2000 + Number(typedYear)
      : Number(typedYear);
  return existingDate(year, Number(month), Number(day));
}

/** YYYY-MM-DD, or null for a day that no calendar has. */
export function existingDate(year: number, month: number, day: number): string | null {
  try {
    return isoOf(create(year, month, day));
  } catch {
    return null;
  }
}

function dateOf(iso: string): PlainDateRecord {
  return create(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** Reads a typed time of day: "7h30", "07:30", "7g30", "730", "7". @returns HH:MM, or null */
export function parseTime(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const parts = /^(\d{1,2})(?:\s*[:hg.]\s*(\d{1,2})?)?$/u.exec(text) ?? /^(\d{1,2})(\d{2})$/u.exec(text);
  if (!parts) return null;
  const hour = Number(parts[1]);
  const minute = Number(parts[2] ?? 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * "ngày 05 tháng 02 năm 2026": a day below 10 and the months 1 and 2 get a leading zero, months 3–9 do not
 * (HD 05, place and date line).
 */
export function officialDate(iso: string): string {
  const month = Number(iso.slice(5, 7));
  return `ngày ${iso.slice(8, 10)} tháng ${month <= 2 ? `0${month}` : month} năm ${Number(iso.slice(0, 4))}`;
}

const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** "thứ Sáu": for who is to come on that day. */
export function weekday(iso: string): string {
  return weekdays[dayOfWeek(dateOf(iso)) - 1] ?? '';
}

export function isWeekend(iso: string): boolean {
  return dayOfWeek(dateOf(iso)) >= 6;
}

/** "07 giờ 30": how minutes tell the time. `local` is YYYY-MM-DDTHH:MM. */
export function officialTime(local: string): string {
  return `${local.slice(11, 13)} giờ ${local.slice(14, 16)}`;
}

/** Whether `date` lies in [from, to]; an open end is null. All YYYY-MM-DD. */
export function isWithin(date: string, from: string, to: string | null): boolean {
  return date >= from && (to === null || date <= to);
}

/** The calendar day before. YYYY-MM-DD. */
export function dayBefore(iso: string): string {
  return isoOf(subtractDays(dateOf(iso), 1));
}

/** The same day a year on; 28 February for the 29th. YYYY-MM-DD. */
export function yearAfter(iso: string): string {
  return isoOf(addYears(dateOf(iso), 1));
}
