import { parseDate, parseTime, showDate } from '#shared/text/dates.ts';

/*
 * Between what is typed and what the form holds. Text that cannot be read is held as it was typed: the schema refuses
 * it under its field, and the draft keeps it.
 */

const isoDay = /^\d{4}-\d{2}-\d{2}$/u;
const isoMinute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;

export function readDate(text: string, today: string): string | null {
  const typed = text.trim();
  return typed === '' ? null : (parseDate(typed, today) ?? typed);
}

export function showDateValue(value: string | null | undefined): string {
  if (!value) return '';
  return isoDay.test(value) ? showDate(value) : value;
}

/** "24/12/2021 7h30", "24/12 07:30"; a time alone is meant for `day`. */
export function readDateTime(text: string, today: string, day: string | null = null): string | null {
  const typed = text.trim();
  if (typed === '') return null;
  const [first = '', ...rest] = typed.split(/\s+/u);
  const date = parseDate(first, today);
  const time = parseTime(rest.join(''));
  if (date && time) return `${date}T${time}`;
  const timeAlone = day && !/[/-]/u.test(typed) ? parseTime(typed) : null;
  return timeAlone ? `${day}T${timeAlone}` : typed;
}

/** Only a time, of a day that is known: "7h30", "0730". */
export function readTime(text: string, day: string): string | null {
  const typed = text.trim();
  const time = parseTime(typed);
  return typed === '' ? null : time ? `${day}T${time}` : typed;
}

export function showTimeValue(value: string | null | undefined): string {
  if (!value) return '';
  return isoMinute.test(value) ? value.slice(11) : value;
}

export function showDateTimeValue(value: string | null | undefined): string {
  if (!value) return '';
  return isoMinute.test(value) ? showDate(value) : value;
}

/** A whole number; text that is none as it was typed; null: nothing. */
export type TypedCount = number | string | null;

export function readCount(text: string): TypedCount {
  const typed = text.trim();
  if (typed === '') return null;
  return /^-?\d{1,9}$/u.test(typed) ? Number(typed) : typed;
}

export function showCount(value: TypedCount | undefined): string {
  return String(value ?? '');
}

/** A line each; blank lines and blanks at the ends do not count. */
export function readLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
