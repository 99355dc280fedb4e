import { readPasted } from '#shared/features/conferences/pasted-people.ts';
import type { NamedPerson } from '#shared/features/conferences/people.ts';

/** What of a line was put right by hand. */
export type Correction = Partial<NamedPerson & { isTaken: boolean }>;

/** What was typed or pasted, and how it is to be read where that differs from how it was read. */
export type PastedRoll = { text: string; corrections: Readonly<Record<string, Correction>> };

export const nothingPasted: PastedRoll = { text: '', corrections: {} };

export type RowRead = NamedPerson & {
  /** The line itself, and which of its like: a line that is typed differently is read anew. */
  key: string;
  text: string;
  isTaken: boolean;
};

/** The lines with what was put right. */
export function rowsOf({ text, corrections }: PastedRoll): RowRead[] {
  const counts = new Map<string, number>();
  return readPasted(text).map(({ text: line, person, isPerson }) => {
    const count = (counts.get(line) ?? 0) + 1;
    counts.set(line, count);
    const key = `${count}:${line}`;
    return { key, text: line, ...person, isTaken: isPerson, ...corrections[key] };
  });
}
