import { z } from 'zod';
import { wordsIn, wordsInText } from './draft-words.ts';
import type { Read } from './lenient.ts';

/** What was typed at one time. */
export type DraftText<T> = {
  /** Null: nothing of it goes into the form of today. */
  form: T | null;
  /** What was typed into a form of another version and has no field in the one of today, to be copied by hand. */
  words: string;
  at: string;
  label: string;
  /** The change set as of which the record was read that it was typed on; null: nobody knows, or nothing was saved yet. */
  basedOn: string | null;
  /** A part typed earlier that the clerk has neither taken back nor dropped yet; it must survive what is typed meanwhile. */
  older: DraftText<T> | null;
};

/** What is typed and three parts typed earlier: more than these nobody tells apart. */
export const mostParts = 4;

/** What the form of today can take of what a form of the shape with that number held. */
export type ReadForm<T> = (form: unknown, shape: number) => Read<T>;

const part = z.object({
  form: z.unknown(),
  words: z.string().default(''),
  at: z.string(),
  label: z.string().default(''),
  basedOn: z.string().nullable().default(null),
  older: z.unknown(),
});
type StoredPart = z.infer<typeof part>;

/** A draft row in every version that was ever written; `shape` counts the shapes that its form has had so far. */
const row = z.union([
  part.extend({ version: z.literal(1) }).transform((first) => ({ ...first, version: 3, shape: 0 })),
  // Until then nobody noted on what something was typed.
  part.extend({ version: z.literal(2), shape: z.int().min(0) }),
  part.extend({ version: z.literal(3), shape: z.int().min(0) }),
]);

/** @param shape the number of the shape that the form has today */
export function writeDraft<T>(draft: DraftText<T>, shape: number): string {
  return JSON.stringify({ version: 3, shape, ...draft });
}

/** Whatever stands in the row is offered: what cannot be read as a draft, as the words that are in it. */
export function readDraft<T>({ value, at }: { value: string; at: string }, read: ReadForm<T>): DraftText<T> {
  const json = parsed(value);
  const found = row.safeParse(json).data;
  if (found) return readPart(found, (form) => read(form, found.shape));
  const words = json === undefined ? wordsInText(value) : wordsIn(json);
  return { form: null, words, at, label: '', basedOn: null, older: null };
}

/** How the draft is called in the list of what was being typed. */
export function labelOfDraft(value: string): string {
  return row.safeParse(parsed(value)).data?.label ?? '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readPart<T>(stored: StoredPart, read: (form: unknown) => Read<T>): DraftText<T> {
  const { at, label, basedOn } = stored;
  const { form, words } = stored.form === null ? { form: null, words: '' } : read(stored.form);
  return {
    form,
    words: [stored.words, words].filter(Boolean).join('\n'),
    at,
    label,
    basedOn,
    older: stored.older == null ? null : readOlder(stored.older, at, read),
  };
}

function readOlder<T>(stored: unknown, at: string, read: (form: unknown) => Read<T>): DraftText<T> {
  const found = part.safeParse(stored).data;
  if (found) return readPart(found, read);
  return { form: null, words: wordsIn(stored), at, label: '', basedOn: null, older: null };
}

/** At most so many parts, the newest ones; what can only be copied takes no place. */
export function cutOff<T>(part: DraftText<T> | null, most: number): DraftText<T> | null {
  if (!part) return null;
  if (part.form !== null && most > 0) return { ...part, older: cutOff(part.older, most - 1) };
  const older = cutOff(part.older, most);
  return part.words === '' ? older : { ...part, form: null, older };
}

/** The newest part that differs from what is saved; parts that do not differ are of no use to anybody, but for their words. */
export function newestUseful<T>(
  draft: DraftText<T> | null,
  differs: (form: T) => boolean,
): DraftText<T> | null {
  for (let part = draft; part; part = part.older) {
    if (part.form !== null && differs(part.form)) return part;
    if (part.words !== '') return { ...part, form: null };
  }
  return null;
}

/** What is still offered of a part whose form was taken back. */
export function wordsLeft<T>(part: DraftText<T>): DraftText<T> | null {
  return part.words === '' ? part.older : { ...part, form: null };
}

/** The parts of both, newest first; what stands in both, once. */
export function merged<T>(part: DraftText<T> | null, other: DraftText<T> | null): DraftText<T> | null {
  if (!part || !other) return part ?? other;
  if (part.at === other.at)
    return { ...(part.form === null ? other : part), older: merged(part.older, other.older) };
  if (part.at < other.at) return merged(other, part);
  return { ...part, older: merged(part.older, other) };
}
