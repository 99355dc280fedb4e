import { z } from 'zod';
import { id, isoDate, line, multiline, requiredLine } from '../../fields.ts';

export const sheetAnswers = ['agree', 'agreeWithChanges', 'disagree'] as const;
export type SheetAnswer = (typeof sheetAnswers)[number];

/** Who is asked in writing. */
export const asked = z.strictObject({ name: requiredLine(100), title: line(200) });

export const sheetReturn = z.strictObject({
  answer: z.enum(sheetAnswers),
  /** What else was written on it. */
  remark: multiline(5_000),
  returnedOn: isoDate,
});

/** A sheet that was handed out; without an answer it is not back yet. */
export const sheet = asked.extend({
  id,
  dueOn: isoDate.nullable(),
  answer: z.enum(sheetAnswers).nullable(),
  remark: z.string(),
  returnedOn: isoDate.nullable(),
});
export type Sheet = z.infer<typeof sheet>;

export type SheetTally = { sent: number; back: number } & Record<SheetAnswer, number>;

export function tallySheets(sheets: readonly Pick<Sheet, 'answer'>[]): SheetTally {
  const count = (answer: SheetAnswer) => sheets.filter((one) => one.answer === answer).length;
  return {
    sent: sheets.length,
    back: sheets.filter(({ answer }) => answer !== null).length,
    agree: count('agree'),
    agreeWithChanges: count('agreeWithChanges'),
    disagree: count('disagree'),
  };
}
