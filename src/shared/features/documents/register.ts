import { z } from 'zod';
import { id, isoDate, requiredLine } from '../../fields.ts';
import { showDate } from '../../text/dates.ts';
import { roman } from '../../text/ordinals.ts';
import { twoDigits } from '../../text/quantities.ts';
import { issuers } from '../organisation/issuers.ts';
import type { Term } from '../organisation/schema.ts';
import { change } from './in-force.ts';
import { documentTypes, typeName } from './types.ts';

export const registerOrders = ['number', 'date'] as const;
export type RegisterOrder = (typeof registerOrders)[number];

/** Which part of the register, and in which order. */
export const registerQuery = z.strictObject({
  termId: id,
  year: z
    .string()
    .regex(/^\d{4}$/u)
    .nullable()
    .default(null),
  /** One counter, "ĐU/NQ"; null: all. */
  counter: requiredLine(60).nullable().default(null),
  order: z.enum(registerOrders).default('number'),
});
export type RegisterQuery = z.infer<typeof registerQuery>;

const registered = z.strictObject({
  kind: z.literal('entry'),
  /** The id is that of a document, or of the conference whose minutes were numbered; of voided ones it is gone. */
  of: z.enum(['document', 'minutes', 'voidedMinutes']),
  id,
  counter: z.string(),
  number: z.int(),
  code: z.string(),
  date: isoDate,
  issuer: z.enum(issuers),
  type: z.enum(documentTypes),
  subject: z.string(),
  signerName: z.string(),
  recipients: z.array(z.string()),
  copies: z.int().nullable(),
  /** Null: the number stands. */
  voidReason: z.string().nullable(),
  isFromPaper: z.boolean(),
  changes: z.array(change),
});
export type Registered = z.infer<typeof registered>;

const registerEntry = registered.extend({
  /** A smaller number of the same counter that carries a later day. */
  laterBefore: z.strictObject({ code: z.string(), date: isoDate }).nullable(),
});
export type RegisterEntry = z.infer<typeof registerEntry>;

const registerGap = z.strictObject({
  kind: z.literal('gap'),
  counter: z.string(),
  from: z.int(),
  to: z.int(),
  /** "13-NQ/ĐU", "13 - 15-NQ/ĐU" */
  code: z.string(),
});
export type RegisterGap = z.infer<typeof registerGap>;

export const registerRow = z.discriminatedUnion('kind', [registerEntry, registerGap]);
export type RegisterRow = z.infer<typeof registerRow>;

export const registerCounter = z.strictObject({
  counter: z.string(),
  /** "Nghị quyết (NQ/ĐU)" */
  label: z.string(),
});
export type RegisterCounter = z.infer<typeof registerCounter>;

export const register = z.strictObject({
  termOrdinal: z.int(),
  /** Where another term is of the same khóa: "từ 01/07/2025 đến 30/09/2025". */
  termDays: z.string().nullable(),
  /** In which anything was numbered, newest first. */
  years: z.array(z.string()),
  /** All of the term, in the order in which their rows come. */
  counters: z.array(registerCounter),
  rows: z.array(registerRow),
});
export type Register = z.infer<typeof register>;

/** What follows the number in every code of the counter, "-NQ/ĐU"; empty where that differs. */
function symbolOf(entries: readonly Registered[]): string {
  const [first = '', ...others] = new Set(entries.map(({ code }) => code.replace(/^\d+/u, '')));
  return others.length === 0 ? first : '';
}

/** The counters of the entries: the committee's first, then by the order of the types. */
export function registerCounters(entries: readonly Registered[]): RegisterCounter[] {
  return [...Map.groupBy(entries, ({ counter }) => counter)]
    .map(([counter, own]) => ({
      counter,
      label: labelOf(counter, own),
      rank: Math.min(...own.map(rankOf)),
    }))
    .sort((a, b) => a.rank - b.rank || a.counter.localeCompare(b.counter))
    .map(({ counter, label }) => ({ counter, label }));
}

function rankOf({ issuer, type }: Registered): number {
  return issuers.indexOf(issuer) * documentTypes.length + documentTypes.indexOf(type);
}

/** "Nghị quyết (NQ/ĐU)"; what counts by the year says so. */
function labelOf(counter: string, entries: readonly Registered[]): string {
  const types = [...new Set(entries.map(({ type }) => typeName(type)))];
  const name = types.length > 2 ? 'Các loại văn bản' : types.join(', ');
  const symbol = symbolOf(entries).replace(/^[-/]/u, '') || counter.split('/')[0];
  const year = /\/(\d{4})$/u.exec(counter)?.[1];
  return `${name} (${symbol})${year ? ` năm ${year}` : ''}`;
}

/** The years in which anything was numbered, newest first. */
export function registerYears(entries: readonly Registered[]): string[] {
  return [...new Set(entries.map(({ date }) => date.slice(0, 4)))].sort().reverse();
}

/**
 * The rows of the register: every number from 1 to the largest of its counter stands in exactly one of them, as an
 * entry or within a gap. Gaps are those of the whole counter; of a year are shown those that touch it.
 */
export function registerRows(
  entries: readonly Registered[],
  { year, counter, order }: Omit<RegisterQuery, 'termId'>,
): RegisterRow[] {
  const byCounter = Map.groupBy(entries, (entry) => entry.counter);
  const placed = registerCounters(entries)
    .filter((one) => counter === null || one.counter === counter)
    .flatMap((one) => counterRows(byCounter.get(one.counter) ?? []))
    .filter(({ years: [first, last] }) => year === null || (first <= year && year <= last));
  // A stable sort: within a day the counters keep their order, and a gap stays before the number that shows it.
  if (order === 'date') placed.sort((a, b) => a.date.localeCompare(b.date));
  return placed.map(({ row }) => row);
}

/** `date`: where the row stands by date; `years`: between which years it stands. */
type Placed = { row: RegisterRow; date: string; years: [first: string, last: string] };

function counterRows(unordered: readonly Registered[]): Placed[] {
  const entries = unordered.toSorted((a, b) => a.number - b.number);
  const symbol = symbolOf(entries);
  const placed: Placed[] = [];
  let before: Registered | null = null;
  let latest: Registered | null = null;
  for (const entry of entries) {
    const year = entry.date.slice(0, 4);
    const next = (before?.number ?? 0) + 1;
    if (entry.number > next) {
      const earlier = before?.date.slice(0, 4) ?? year;
      const years: Placed['years'] = earlier < year ? [earlier, year] : [year, earlier];
      placed.push({ row: gap(entry.counter, next, entry.number - 1, symbol), date: entry.date, years });
    }
    const laterBefore = latest && latest.date > entry.date ? { code: latest.code, date: latest.date } : null;
    placed.push({ row: { ...entry, laterBefore }, date: entry.date, years: [year, year] });
    if (!latest || entry.date > latest.date) latest = entry;
    before = entry;
  }
  return placed;
}

function gap(counter: string, from: number, to: number, symbol: string): RegisterGap {
  const numbers = from === to ? twoDigits(from) : `${twoDigits(from)} - ${twoDigits(to)}`;
  return { kind: 'gap', counter, from, to, code: `${numbers}${symbol}` };
}

/** "Nhiệm kỳ khóa XIII · Năm 2021": what stands under the title, on paper in Vietnamese always. */
export function registerPeriod(
  { termOrdinal, termDays }: Pick<Register, 'termOrdinal' | 'termDays'>,
  year: string | null,
): string {
  const term = [`Nhiệm kỳ khóa ${roman(termOrdinal)}`, termDays].filter(Boolean).join(' ');
  return [term, year && `Năm ${year}`].filter(Boolean).join(' · ');
}

/** "từ 01/07/2025 đến 30/09/2025"; null where the ordinal alone says which term it is. */
export function distinctDays(
  terms: readonly Term[],
  { id: own, ordinal, startsOn, endsOn }: Term,
): string | null {
  if (!terms.some((other) => other.ordinal === ordinal && other.id !== own)) return null;
  return [`từ ${showDate(startsOn)}`, endsOn && `đến ${showDate(endsOn)}`].filter(Boolean).join(' ');
}

/** How many numbers the rows tell of, how many of them are voided, and how many are missing. */
export function registerSums(rows: readonly RegisterRow[]): {
  count: number;
  voided: number;
  missing: number;
} {
  const entries = rows.filter((row) => row.kind === 'entry');
  return {
    count: entries.length,
    voided: entries.filter(({ voidReason }) => voidReason !== null).length,
    missing: rows.reduce((sum, row) => sum + (row.kind === 'gap' ? row.to - row.from + 1 : 0), 0),
  };
}
