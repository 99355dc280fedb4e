import { z } from 'zod';
import { instant } from '../../../fields.ts';
import { block, inline } from '../body.ts';
import { type DocumentFields, documentFields } from '../schema.ts';

/** One state of a document, as a change set of the journal left it. */
export const documentVersion = z.strictObject({
  seq: z.int(),
  at: instant,
  actor: z.string(),
  actorName: z.string().nullable(),
  command: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  /** What of the paper it changed: names of fields; none when only numbers and states moved. */
  fields: z.array(z.string()),
});
export type DocumentVersion = z.infer<typeof documentVersion>;

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
  attrs: z.strictObject({ level: z.int(), id: z.string().nullable().optional() }).nullable(),
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

const fieldName = z.enum(
  Object.keys(documentFields.shape) as [keyof DocumentFields, ...(keyof DocumentFields)[]],
);

/** A line word by word, a list line by line, anything else as what it was and is. */
export const fieldChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), field: fieldName, words: z.array(wordChange) }),
  z.strictObject({ kind: z.literal('list'), field: fieldName, lines: z.array(lineChange) }),
  z.strictObject({ kind: z.literal('value'), field: fieldName, before: z.unknown(), after: z.unknown() }),
]);
export type FieldChange = z.infer<typeof fieldChange>;

/** From one version to another: only the fields that changed, and every block. */
export const comparison = z.strictObject({
  fields: z.array(fieldChange),
  blocks: z.array(blockChange),
});
export type Comparison = z.infer<typeof comparison>;
