import { z } from 'zod';
import { id } from '../../fields.ts';

export const approvalPapers = [
  /** The sheets that ask members in writing about the document `id`. */
  z.strictObject({ kind: z.literal('opinionSheets'), id }),
] as const;
export type ApprovalPaper = z.infer<(typeof approvalPapers)[number]>;
