import { z } from 'zod';
import { isNoSuchDay } from './text/dates.ts';
import { hasHeapOfMarks } from './text/marks.ts';
import { isQuantity } from './text/quantities.ts';

/**
 * The fields every feature builds its schemas from. A refused field names a message id of the catalogue; bounds and
 * missing values that zod reports itself are mapped in `validation.ts`.
 */

// A lone surrogate would be stored as U+FFFD and a NUL cuts text in SQL: both would change what was typed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/** A Vietnamese letter in parts is three signs, and one in NFC. */
const signsInLetter = 3;

function isCleanText(text: string): boolean {
  return text.isWellFormed() && !control.test(text) && !hasHeapOfMarks(text);
}

/** The length comes first, here and in every field: what stands behind a check runs also when the check has failed. */
function cleanText(max: number) {
  const unify = (text: string) =>
    text.length > max * signsInLetter || hasHeapOfMarks(text) ? text : text.normalize('NFC');
  return z.string().overwrite(unify).max(max, { abort: true }).refine(isCleanText, 'validation.text');
}

/** One line: line breaks and runs of blanks become one blank, the ends are trimmed. */
export function line(max = 500) {
  return cleanText(max).overwrite((text) => text.replace(/\s+/gu, ' ').trim());
}

export function requiredLine(max = 500) {
  return line(max).min(1, 'validation.required');
}

/** Several lines, kept as typed. */
export function multiline(max = 20_000) {
  return cleanText(max);
}

/** UUIDv7 text, made in main. */
export const id = z.uuid();

/** How to type it, or that no calendar has such a day. */
function dayError(otherwise: string) {
  return ({ input }: { input?: unknown }) => {
    const [first = ''] =
      typeof input === 'string' && input.length < 40 ? input.trim().split(/\s(?=\d+[h:])/u) : [];
    return isNoSuchDay(first) ? 'validation.noSuchDay' : otherwise;
  };
}

/** YYYY-MM-DD */
export const isoDate = z.iso.date({ error: dayError('validation.date') });

/** YYYY-MM-DDTHH:MM, the clock on the wall of the office. */
export const localTime = z.iso.datetime({
  local: true,
  precision: -1,
  error: dayError('validation.dateTime'),
});

/** The same where the day is known, and only the time is typed. */
export const timeOfDay = z.iso.datetime({ local: true, precision: -1, error: dayError('validation.time') });

/** An instant in UTC. */
export const instant = z.iso.datetime();

const isEmpty = (input: unknown) => input === undefined || input === null || input === '';

/** `unread`: what to type, where something stands that is no whole number. */
export function wholeNumber(minimum: number, maximum: number, unread = 'validation.wholeNumber') {
  return z
    .int({
      error: ({ code, input }) =>
        code === 'invalid_type' ? (isEmpty(input) ? 'validation.required' : unread) : undefined,
    })
    .min(minimum)
    .max(maximum);
}

/** Canonical decimal text, see `text/quantities.ts`. */
export const quantity = z.string().max(40, { abort: true }).refine(isQuantity, 'validation.quantity');

export const nothing = z.strictObject({});
export const byId = z.strictObject({ id });
