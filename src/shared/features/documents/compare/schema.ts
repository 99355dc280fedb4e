import { z } from 'zod';
import { id, instant } from '../../../fields.ts';
import { blockChange, lineChange, wordChange } from '../../../text-model/compare/schema.ts';
import { documentFields } from '../schema.ts';

/** One state of a document, as a change set of the journal left it. */
export const documentVersion = z.strictObject({
  version: id,
  at: instant,
  actor: z.string(),
  actorName: z.string().nullable(),
  command: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  /** What of the paper it changed: names of fields; none when only numbers and states moved. */
  fields: z.array(z.string()),
});
export type DocumentVersion = z.infer<typeof documentVersion>;

const fieldName = documentFields.keyof();

/** A line word by word, a list line by line, anything else as what it was and is. */
export const fieldChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), field: fieldName, words: z.array(wordChange) }),
  z.strictObject({ kind: z.literal('list'), field: fieldName, lines: z.array(lineChange) }),
  z.strictObject({ kind: z.literal('value'), field: fieldName, before: z.unknown(), after: z.unknown() }),
]);
export type FieldChange = z.infer<typeof fieldChange>;

/** From one version to another: only the fields that changed, and every block. */
export const comparison = z.strictObject({
  /** What the records are called that its values name, by id. */
  names: z.record(z.string(), z.string()),
  fields: z.array(fieldChange),
  blocks: z.array(blockChange),
});
export type Comparison = z.infer<typeof comparison>;
