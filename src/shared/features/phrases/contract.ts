import { z } from 'zod';
import { command, query } from '../../define.ts';
import { byId, id, multiline, nothing } from '../../fields.ts';

/** What an abbreviation stands for while typing (gõ tắt): "ubnd" → "Ủy ban nhân dân". */
export const phraseFields = z.strictObject({
  /** Letters and digits without blanks; upper and lower case are the same. */
  abbreviation: z
    .string()
    .overwrite((text) => text.normalize('NFC').trim().toLocaleLowerCase('vi'))
    .regex(/^[\p{L}\p{N}]{1,20}$/u, 'validation.abbreviation'),
  text: multiline(2_000)
    .overwrite((text) => text.trim())
    .min(1, 'validation.required'),
});

export const phrase = phraseFields.extend({ id });
export type Phrase = z.infer<typeof phrase>;

export const phrasesContract = {
  /** In the order of the alphabet. */
  list: query(nothing, z.array(phrase)),
  save: command(phraseFields.extend({ id: id.optional() }), z.strictObject({ id })),
  remove: command(byId, nothing),
};
