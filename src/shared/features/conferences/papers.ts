import { z } from 'zod';
import { id } from '../../fields.ts';

/** The papers of the conference `id`. */
export const conferencePapers = [
  z.strictObject({ kind: z.literal('minutes'), id }),
  z.strictObject({ kind: z.literal('programme'), id }),
  /** One with a blank for the name, and one for each who is invited by name. */
  z.strictObject({ kind: z.literal('invitation'), id }),
  z.strictObject({ kind: z.literal('signInSheet'), id }),
  /** Of one election, or of all that the conference held. */
  z.strictObject({ kind: z.literal('countingRecord'), id, electionId: id.optional() }),
] as const;
export type ConferencePaper = z.infer<(typeof conferencePapers)[number]>;
