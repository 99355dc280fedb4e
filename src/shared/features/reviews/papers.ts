import { z } from 'zod';
import { id } from '../../fields.ts';

export const reviewPapers = [
  /** The opinions on a document and what became of them. */
  z.strictObject({ kind: z.literal('opinions'), id }),
] as const;
export type ReviewPaper = z.infer<(typeof reviewPapers)[number]>;
