import { z } from 'zod';
import { command, query } from '../../define.ts';
import { byId, id, multiline, nothing, requiredLine } from '../../fields.ts';

/** What an abbreviation stands for while typing (gõ tắt): "ubnd" → "Ủy ban nhân dân". */
export const phraseFields = z.strictObject({
  /** Letters and digits without blanks; upper and lower case are the same. */
  abbreviation: z
    .string()
    .max(100, { error: 'validation.abbreviation', abort: true })
    .overwrite((text) => text.normalize('NFC').trim().toLocaleLowerCase('vi'))
    .regex(/^[\p{L}\p{N}]{1,20}$/u, 'validation.abbreviation'),
  text: multiline(2_000)
    .overwrite((text) => text.trim())
    .min(1, 'validation.required'),
});

export const phrase = phraseFields.extend({ id });
export type Phrase = z.infer<typeof phrase>;

/** Which list of a document a usual line goes into. */
export const usualLists = ['basis', 'recipient'] as const;
export type UsualList = (typeof usualLists)[number];

/** Of one list: what is put in again and again, not all that ever was. */
const usualTexts = z.array(requiredLine(1_000)).max(500);

/** Legal bases and recipients that are put in again and again, each list in its own order. */
export const usualLines = z.strictObject({ basis: usualTexts, recipient: usualTexts });
export type UsualLines = z.infer<typeof usualLines>;

export const phrasesContract = {
  /** In the order of the alphabet. */
  list: query(nothing, z.array(phrase)),
  save: command(phraseFields.extend({ id: id.optional() }), z.strictObject({ id }), {
    saves: [{ table: 'phrase', row: 'id' }],
  }),
  remove: command(byId, nothing),
  lines: query(nothing, usualLines),
  /** Both lists as they are to be: what is not among them goes. */
  saveLines: command(usualLines, nothing, { saves: [{ table: 'usual_line' }] }),
  /** Puts lines behind the others; what is there already stays where it is. */
  addLines: command(z.strictObject({ list: z.enum(usualLists), texts: usualTexts.min(1) }), nothing),
};
