import { z } from 'zod';
import { block, inline } from '../body.ts';

/** The end of a paragraph within an item or a cell. */
const paragraphEnd = z.strictObject({ type: z.literal('end') });
const token = z.union([inline, paragraphEnd]);
export type Token = z.infer<typeof token>;

/** Words that stayed, came, went, or stayed and look otherwise (bold, italic). In the order of reading. */
export const wordChange = z.strictObject({
  kind: z.enum(['same', 'added', 'removed', 'styled']),
  content: z.array(token).min(1),
});
export type WordChange = z.infer<typeof wordChange>;

/** An item of a list, a row of a table, a line of a field: its cells word by word. */
export const lineChange = z.strictObject({
  kind: z.enum(['same', 'added', 'removed', 'changed']),
  cells: z.array(z.array(wordChange)),
  /** Of the new line: which cells are headers. */
  headers: z.array(z.boolean()),
});
export type LineChange = z.infer<typeof lineChange>;

const texts = z.strictObject({
  form: z.literal('text'),
  type: z.enum(['paragraph', 'heading']),
  /** Of a heading as it is now. */
  attrs: z.strictObject({ level: z.literal([1, 2, 3]), id: z.string().nullable().optional() }).nullable(),
  words: z.array(wordChange),
});
const rows = z.strictObject({
  form: z.literal('lines'),
  type: z.enum(['bulletList', 'table']),
  lines: z.array(lineChange),
});
const live = z.strictObject({ form: z.literal('live'), before: block, after: block });
export const blockDetail = z.discriminatedUnion('form', [texts, rows, live]);
export type BlockDetail = z.infer<typeof blockDetail>;

/**
 * A block that stayed, came or went; changed, perhaps at another place; or moved as it is. `move` is the number that both
 * ends of a move carry, `from` its place in the old text.
 */
export const blockChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('same'), block }),
  z.strictObject({ kind: z.literal('added'), block }),
  z.strictObject({ kind: z.literal('removed'), block }),
  z.strictObject({ kind: z.literal('movedAway'), move: z.int(), block }),
  z.strictObject({ kind: z.literal('movedHere'), move: z.int(), from: z.int(), block }),
  z.strictObject({
    kind: z.literal('changed'),
    move: z.int().nullable(),
    from: z.int(),
    detail: blockDetail,
  }),
]);
export type BlockChange = z.infer<typeof blockChange>;
