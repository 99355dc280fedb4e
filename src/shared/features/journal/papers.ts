import { z } from 'zod';
import { id } from '../../fields.ts';

export const journalPapers = [
  /** Everything that was done with a document, with the seal of the journal. */
  z.strictObject({ kind: z.literal('history'), id }),
] as const;
export type JournalPaper = z.infer<(typeof journalPapers)[number]>;
