import { z } from 'zod';
import { query } from '../../define.ts';
import { id, line } from '../../fields.ts';
import { foundKinds } from '../../record-lookup.ts';
import type { FoundKind } from '../../records.ts';

/** What can be found, by the records. An item is one of an agenda, with what was said and concluded. */
export const hitKinds = foundKinds;
export type HitKind = FoundKind;

/** The words around what was looked for, as they are written; `isHit`: what was looked for. */
export const snippetPart = z.strictObject({ text: z.string(), isHit: z.boolean() });
export type SnippetPart = z.infer<typeof snippetPart>;

export const hit = z.strictObject({
  kind: z.enum(hitKinds),
  id,
  /** Where it stands: the conference of an item, the record of a file; null: it stands for itself. */
  owner: z.strictObject({ kind: z.enum(hitKinds), id }).nullable(),
  title: z.array(snippetPart),
  /** What that is called, with its day where it has one; empty: it stands for itself. */
  within: z.string(),
  /** Null: a draft without a date, or what has none. */
  date: z.string().nullable(),
  /** Empty when only the title says it. */
  snippet: z.array(snippetPart),
});
export type Hit = z.infer<typeof hit>;

export const searchContract = {
  /**
   * Everything that says all these words, with or without their marks: first what is called so, then the newest. "…" keeps
   * words together; the last word may be unfinished.
   */
  find: query(
    z.strictObject({
      text: line(200),
      kinds: z.array(z.enum(hitKinds)).max(hitKinds.length).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.strictObject({ total: z.int(), hits: z.array(hit) }),
    { joins: false },
  ),
};
