import { parseDate, parseDateTime, showDate } from '#shared/text/dates.ts';

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

/** @param known what the half that is not typed is meant for */
export function readDateTime(
  text: string,
  today: string,
  known: Parameters<typeof parseDateTime>[2] = {},
): string | null {
  const typed = text.trim();
  return typed === '' ? null : (parseDateTime(typed, today, known) ?? typed);
}

/** The time alone where it is of the day that everybody knows; of another one the day stands with it. */
export function showTimeValue(value: string | null | undefined, day: string): string {
  if (!value || !isoMinute.test(value)) return value ?? '';
  return value.startsWith(day) ? value.slice(11) : showDate(value);
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
