import { z } from 'zod';
import { requiredLine } from '../../../fields.ts';
import { type DocumentFields, documentFields } from '../schema.ts';

/** What the second pair of eyes looks for, by family; the rules themselves stand in the files beside. */
export const checkRules = [
  // frame.ts
  'noBases',
  'noRecipients',
  'noArchiveLine',
  'subjectUnfinished',
  'subjectAbbreviated',
  'openPlace',
  'endMark',
  // dates.ts
  'noTermOnDate',
  'dateFarAhead',
  'dateOnWeekend',
  'dateBeforeConference',
  'effectiveBeforeDate',
  'impossibleDate',
  'dateForm',
  // people.ts
  'signerNotInOffice',
  'signerTitle',
  'signerHonorific',
  'committeeByDeputy',
  'authoritySign',
  // names.ts
  'districtGone',
  'otherName',
  'copiedType',
  // citations.ts
  'symbolForm',
  'typeOfSymbol',
  'numberSign',
  'citationComma',
  'citedLater',
  'unknownNumber',
  'otherDateInRegister',
  // figures.ts
  'figureDiffers',
  // spacing.ts
  'doubleSpace',
  'spaceBefore',
  'spaceAfter',
  'signTwice',
  'tightHyphen',
  'dashMixed',
  'repeatedWord',
  // signs.ts
  'quotesMixed',
  'unbalanced',
  'toneMixed',
  'hiddenSign',
  'notInFont',
  'legacyFont',
  // structure.ts
  'emptyHeading',
  'typedNumber',
  'emptyHeaderCell',
] as const;
export type CheckRule = (typeof checkRules)[number];
export const checkRule = z.enum(checkRules);

/** A fault is wrong by a rule or by the records; of a doubt only a person can say. */
export const severities = ['fault', 'doubt'] as const;
export type Severity = (typeof severities)[number];

export type CheckedField = keyof DocumentFields;

/**
 * Words of a field, or of the body. `index`: which line of a list, which block of the body; `part`: which paragraph within
 * that block (of a list or a table); `from`, `to`: letters within it, everything that is no text counting as one.
 */
export const checkPlace = z.strictObject({
  field: documentFields.keyof(),
  index: z.int(),
  part: z.int(),
  from: z.int(),
  to: z.int(),
});
export type CheckPlace = z.infer<typeof checkPlace>;

/** Other words in the place, or a line more in a list. */
export const checkFix = z.strictObject({ kind: z.enum(['replace', 'append']), text: z.string() });
export type CheckFix = z.infer<typeof checkFix>;

export const checkFinding = z.strictObject({
  rule: checkRule,
  severity: z.enum(severities),
  place: checkPlace,
  /** What stands there now; empty where something is missing. */
  words: z.string(),
  /** What stands around them, to be recognised by. */
  before: z.string(),
  after: z.string(),
  /** For the sentence `documents.check.<rule>`. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Only where it cannot be wrong. */
  fix: checkFix.nullable(),
});
export type CheckFinding = z.infer<typeof checkFinding>;

/** A check that the office does without, and why. */
export const checkSetting = z.strictObject({
  rule: checkRule,
  reason: requiredLine(500),
});
export type CheckSetting = z.infer<typeof checkSetting>;
