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

/** As clerks write days and times, in one way: without the words between, and without blanks around the signs. */
function simplified(typed: string): string {
  return (
    typed
      .normalize('NFC')
      .toLowerCase()
      .replace(/[,;]/gu, ' ')
      .replace(/(?<!\p{L})(?:ngày|lúc|hồi|vào)(?!\p{L})/gu, ' ')
      .replace(/\s*(?:tháng|năm)\s*/gu, '/')
      .replace(/(?<=\d)\s*(?:phút|ph|p)(?!\p{L})/gu, '')
      // "7 giờ 30" is one word; "7 giờ 24/12/2021" is two.
      .replace(/(?<=\d)\s*(?:giờ|h|g)(?!\p{L})(?:\s*(?=\d{1,2}(?![\d/.-])))?/gu, 'h')
      .replace(/(?<=\d)\s*([/.:-])\s*(?=\d)/gu, '$1')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/**
 * Reads a typed date: "24/12/2021", "24 / 12 / 2021", "24-12-2021", "24.12.2021", "24122021", "241221", "2021-12-24",
 * "ngày 24 tháng 12 năm 2021", "24/12" (year of `today`).
 * @returns YYYY-MM-DD, or null when it is no date
 */
export function parseDate(typed: string, today: string): string | null {
  const parts = dayParts(simplified(typed), today);
  return parts && existingDate(...parts);
}

/** Whether something stands there that looks like a day, and that no calendar has: "31/2/2020". */
export function isNoSuchDay(typed: string): boolean {
  const parts = dayParts(simplified(typed), '2000-01-01');
  return parts !== null && existingDate(...parts) === null;
}

function dayParts(text: string, today: string): [year: number, month: number, day: number] | null {
  const fromYear = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/u.exec(text);
  if (fromYear) return [Number(fromYear[1]), Number(fromYear[2]), Number(fromYear[3])];
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
  return [year, Number(month), Number(day)];
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

/** Reads a typed time of day: "7h30", "07:30", "7 giờ 30 phút", "7g30", "730", "7", "2h chiều". @returns HH:MM, or null */
export function parseTime(typed: string): string | null {
  const [, text = '', half] = /^(.*?)(?: ?(sáng|trưa|chiều|tối))?$/u.exec(simplified(typed)) ?? [];
  const parts = /^(\d{1,2})(?:[:h.](\d{1,2})?)?$/u.exec(text) ?? /^(\d{1,2})(\d{2})$/u.exec(text);
  if (!parts) return null;
  const said = Number(parts[1]);
  const hour = (half === 'chiều' || half === 'tối') && said < 12 ? said + 12 : said;
  const minute = Number(parts[2] ?? 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** What stands for the half that was not typed. */
type Known = { day?: string | null; time?: string | null };

/**
 * Reads a day and a time in either order: "24/12/2021 7h30", "7 giờ 30 ngày 24/12". One half alone is read where the other
 * is known.
 * @returns YYYY-MM-DDTHH:MM, or null
 */
export function parseDateTime(
  typed: string,
  today: string,
  { day = null, time = null }: Known = {},
): string | null {
  const text = simplified(typed);
  const halves = [...text.matchAll(/ /gu)].map(
    ({ index }) => [text.slice(0, index), text.slice(index + 1)] as const,
  );
  const both = (date: string, clock: string) => {
    const [read, at] = [parseDate(date, today), parseTime(clock)];
    return read && at && `${read}T${at}`;
  };
  // The day comes first where both ways can be read.
  for (const [first, second] of halves) if (both(first, second)) return both(first, second);
  for (const [first, second] of halves) if (both(second, first)) return both(second, first);
  const clock = day && !/[/-]/u.test(text) ? parseTime(text) : null;
  if (clock) return `${day}T${clock}`;
  const date = time && parseDate(text, today);
  return date ? `${date}T${time}` : null;
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

/** How many days from one to the other; below zero: back. YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The calendar day before. YYYY-MM-DD. */
export function dayBefore(iso: string): string {
  return isoOf(subtractDays(dateOf(iso), 1));
}

/** The same day a year on; 28 February for the 29th. YYYY-MM-DD. */
export function yearAfter(iso: string): string {
  return isoOf(addYears(dateOf(iso), 1));
}
