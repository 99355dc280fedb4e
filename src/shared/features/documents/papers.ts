import { z } from 'zod';
import { id } from '../../fields.ts';
import { registerQuery } from './register.ts';
import { documentFields } from './schema.ts';

export const documentPapers = [
  /** With what is typed but not saved yet. */
  z.strictObject({ kind: z.literal('document'), id, edits: documentFields.optional() }),
  /** Two versions of a document in one text, see `documents.compare`. */
  z.strictObject({
    kind: z.literal('comparison'),
    id,
    from: id,
    to: id.nullable(),
    edits: documentFields.optional(),
  }),
  registerQuery.extend({ kind: z.literal('register') }),
] as const;
export type DocumentPaper = z.infer<(typeof documentPapers)[number]>;
