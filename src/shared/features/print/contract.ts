import { z } from 'zod';
import { query, task } from '../../define.ts';
import { id, nothing } from '../../fields.ts';
import { documentFields } from '../documents/schema.ts';

/** What can be put on paper: a document (with what is typed but not saved yet), or the minutes of a conference. */
export const printSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), id, edits: documentFields.optional() }),
  z.strictObject({ kind: z.literal('minutes'), id }),
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
  /** Through the system's print dialog. */
  print: task(z.strictObject({ source: printSource }), nothing),
};
