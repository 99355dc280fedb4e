import { z } from 'zod';
import { query, task } from '../../define.ts';
import { byId, id, nothing } from '../../fields.ts';
import { documentFields } from '../documents/schema.ts';

/** What can be put on paper: a document (with what is typed but not saved yet), or a paper of the conference `id`. */
export const printSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), id, edits: documentFields.optional() }),
  z.strictObject({ kind: z.literal('minutes'), id }),
  z.strictObject({ kind: z.literal('programme'), id }),
  /** One with a blank for the name, and one for each who is invited by name. */
  z.strictObject({ kind: z.literal('invitation'), id }),
  z.strictObject({ kind: z.literal('signInSheet'), id }),
  /** Of one election, or of all that the conference held. */
  z.strictObject({ kind: z.literal('countingRecord'), id, electionId: id.optional() }),
]);
export type PrintSource = z.infer<typeof printSource>;

export const printedPage = z.strictObject({ svg: z.string(), widthMm: z.number(), heightMm: z.number() });
export type PrintedPage = z.infer<typeof printedPage>;

/** Characters that no font of the paper has: they print as "□", and the clerk is told. */
const unprintable = z.array(z.string());

export const printContract = {
  /** The pages exactly as they will print. */
  preview: query(
    z.strictObject({ source: printSource }),
    z.strictObject({ pages: z.array(printedPage), unprintable }),
  ),
  /** Asks where to, and writes PDF/A-2b; null when called off. */
  exportPdf: task(
    z.strictObject({ source: printSource }),
    z.strictObject({ fileName: z.string(), pages: z.int(), unprintable }).nullable(),
  ),
  /** Asks where to, and writes the whole conference file as one PDF with an index and numbered sheets. */
  exportConferenceFile: task(
    byId,
    z.strictObject({ fileName: z.string(), pages: z.int(), unprintable }).nullable(),
  ),
  /** Through the system's print dialog. */
  print: task(z.strictObject({ source: printSource }), nothing),
};
