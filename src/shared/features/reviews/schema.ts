import { z } from 'zod';
import { id, instant, line, multiline, requiredLine } from '../../fields.ts';

/** A remark, other words that are asked for, a question. */
export const opinionKinds = ['remark', 'change', 'question'] as const;

/** How an opinion was settled: taken over (tiếp thu), or not and explained why (giải trình). */
export const outcomes = ['accepted', 'explained'] as const;
export type Outcome = (typeof outcomes)[number];

/** What an opinion is about, in the order of the paper: the document as a whole, one of its fields, its body. */
export const pinnedFields = [
  'document',
  'subject',
  'addressees',
  'bases',
  'openingLine',
  'body',
  'recipients',
  'signature',
] as const;
export type PinnedField = (typeof pinnedFields)[number];

/**
 * Words of the body. `index`: which block; `part`: which paragraph within it (of a list or a table); `from`, `to`: letters
 * within that, everything that is no text counting as one. `to` null: the whole paragraph.
 */
export const pinPlace = z.strictObject({
  index: z.int().min(0),
  part: z.int().min(0),
  from: z.int().min(0),
  to: z.int().min(0).nullable(),
});
export type PinPlace = z.infer<typeof pinPlace>;

/** More of the pinned words is not kept beside the opinion: the version that it was given on has them all. */
export const longestQuote = 2_000;
const longestOpinion = 4_000;

const words = (most: number) => multiline(most).overwrite((text) => text.trim());
const text = words(longestOpinion).min(1, 'validation.required');

export const opinionFields = z.strictObject({
  kind: z.enum(opinionKinds),
  text,
  /** Of a change: the words that should stand there. */
  proposed: requiredLine(longestQuote).nullable(),
});
export type OpinionFields = z.infer<typeof opinionFields>;

export const pin = z.strictObject({
  field: z.enum(pinnedFields),
  /** Only of the body. */
  place: pinPlace.nullable(),
  /** The words there, as the person read them. */
  quote: multiline(longestQuote),
});
export type Pin = z.infer<typeof pin>;

export const newOpinion = opinionFields.extend({
  documentId: id,
  ...pin.shape,
  /** The version that was read, by its change set; null: as it is stored now. */
  version: id.nullable(),
});

/** As it is being written: no proposed words are an empty line. */
export const opinionDraft = newOpinion
  .omit({ documentId: true, version: true })
  .extend({ proposed: line(longestQuote).transform((proposed) => proposed || null) });
export type OpinionDraft = z.input<typeof opinionDraft>;

/** Where it is kept until it is given. */
export function opinionDraftKey(documentId: string): string {
  return `reviews:${documentId}`;
}

export const settlement = z.strictObject({
  outcome: z.enum(outcomes),
  /** Why it is not taken over must be said; how it was, may be. */
  reason: words(1_000),
});

/**
 * What became of the pinned words: they stand there; they were changed and stood there; they are gone and stood before that
 * block. Null where there is no place in the body.
 */
export const standing = z.strictObject({
  state: z.enum(['kept', 'changed', 'removed']),
  place: pinPlace.extend({ to: z.int() }).nullable(),
});
export type Standing = z.infer<typeof standing>;

const said = { at: instant, actorName: z.string() };

export const opinion = opinionFields.extend({
  id,
  ...pin.shape,
  /** The version that it was given on. */
  version: z.string(),
  ...said,
  /** "Dự thảo lần n" of that version. */
  draftRound: z.int().nullable(),
  standing,
  /** "khoản 1 mục II": the clause that it stands in, or stood in. */
  clause: z.string(),
  replies: z.array(z.strictObject({ id, text: z.string(), ...said })),
  settled: settlement
    .extend({
      ...said,
      /** The version that was there when it was settled. */
      version: z.string(),
      draftRound: z.int().nullable(),
    })
    .nullable(),
  /** Of the person who asks. */
  isMine: z.boolean(),
  maySettle: z.boolean(),
  mayCorrect: z.boolean(),
});
export type Opinion = z.infer<typeof opinion>;

export const reply = z.strictObject({ id, text });
