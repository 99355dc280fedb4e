import { z } from 'zod';
import { isoDate, line, requiredLine } from '../fields.ts';

/**
 * A layout profile: every measure and every fixed word of one guideline, in mm and pt, with the days on which it holds.
 * The built-in ones are templates/profiles/*.json; an office can store its own values for any of them. What is printed
 * carries its whole profile along, so that paper once issued never changes with it.
 */
export const regimes = ['party', 'state'] as const;
export type Regime = (typeof regimes)[number];

const mm = z.number().min(0).max(500);
const pt = z.number().min(0).max(200);
const face = z.strictObject({
  sizePt: z.number().min(5).max(40),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  caps: z.boolean().optional(),
  underline: z.boolean().optional(),
});
const pitched = face.extend({ pitchPt: z.number().min(5).max(60) });
const ends = { end: line(3), lastEnd: line(3) };
/** A line below a text: as long as the text times `share`, this far below its baseline. */
const rule = z.strictObject({
  belowBaselinePt: pt,
  thicknessPt: z.number().min(0.1).max(5),
  share: z.number().min(0.1).max(1),
});

export const layoutProfile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/u),
  name: requiredLine(200),
  regime: z.enum(regimes),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  font: z.literal('Tinos'),
  page: z.strictObject({ widthMm: mm, heightMm: mm, topMm: mm, bottomMm: mm, leftMm: mm, rightMm: mm }),
  pageNumber: z.strictObject({ sizePt: pt, fromTopMm: mm }),
  sheetNumber: z.strictObject({ sizePt: pt, widthMm: mm, heightMm: mm, fromBottomMm: mm }),
  head: z.strictObject({
    pitchPt: pt,
    rightMinMm: mm,
    leftMinMm: mm,
    gapMm: mm,
    title: face.extend({ text: requiredLine(100) }),
    /** "Độc lập - Tự do - Hạnh phúc" under the title of the state; none for the Party. */
    motto: face.extend({ text: requiredLine(100) }).nullable(),
    /** Below the title, or below the motto where there is one. */
    rule,
    /** The line of the head, counted from 1, on which the date stands. */
    dateLine: z.int().min(2).max(8),
    parent: face,
    issuing: face,
    /** "*" below the issuing body; null where a rule stands there. */
    star: face.extend({ text: requiredLine(5) }).nullable(),
    issuingRule: rule.nullable(),
    /** "Số " and, between number and type, "-"; between type and body "/". State: "Số: 12/NQ-HĐND". */
    number: face.extend({
      prefix: z.string().max(10),
      joiner: line(3),
      symbolJoiner: line(3),
      blank: z.string().max(20),
    }),
    date: face,
    draft: face,
    urgency: face,
    circulation: face,
    /** What a letter is about stands under its number and begins with these words: "về việc", "V/v". */
    letterSubject: pitched.extend({ lead: requiredLine(20) }),
    belowPt: pt,
  }),
  titles: z.strictObject({
    maxWidthMm: mm,
    typeName: pitched,
    subject: pitched,
    dashes: pitched.extend({ text: requiredLine(20) }).nullable(),
    rule: rule.nullable(),
    belowPt: pt,
  }),
  addressees: z.strictObject({
    label: face,
    item: face,
    prefix: z.string().max(5),
    /** After each of several and after the last; one alone has none. */
    ...ends,
    /** Several begin on the line below the label, under its colon. */
    startsBelow: z.boolean(),
    belowPt: pt,
    /** "Kính gửi"; of a submission (tờ trình) "Kính trình" since HD 05. */
    text: requiredLine(30),
    submissionText: requiredLine(30),
  }),
  bases: face.extend({ prefix: z.string().max(5), ...ends, lastEndBeforeOpening: line(3) }),
  opening: face,
  body: face.extend({ pitchPt: z.number().min(10).max(40), firstLineMm: mm, paragraphGapPt: pt }),
  headings: z.array(face).length(3),
  table: z.strictObject({
    sizesPt: z.array(z.number().min(5).max(20)).min(1).max(10),
    pitchFactor: z.number().min(1).max(2),
    insetMm: mm,
    strokePt: pt,
    flexMinMm: mm,
    fixedMaxMm: mm,
    caption: face,
    header: z.strictObject({ bold: z.boolean() }),
    gapPt: pt,
    wholeRows: z.int().min(0).max(50),
  }),
  closing: z.strictObject({ leftMm: mm, rightMm: mm, abovePt: pt }),
  recipients: z.strictObject({
    label: pitched.extend({ text: requiredLine(30) }),
    item: pitched.extend({ prefix: z.string().max(5) }),
    ...ends,
  }),
  signature: z.strictObject({
    authority: face,
    title: face,
    name: face,
    pitchPt: pt,
    blankLines: z.int().min(1).max(10),
  }),
  appendix: z.strictObject({
    /** Counted from two on: "PHỤ LỤC 2", "Phụ lục II". */
    label: pitched.extend({ text: requiredLine(30), numerals: z.enum(['arabic', 'roman']) }),
    title: pitched,
    /** "(Kèm theo Nghị quyết số 05-NQ/ĐU, ngày 24/12/2021 của …)"; NĐ 30 without the comma and with the date in words. */
    reference: pitched.extend({ beforeDate: z.string().max(5), dateIn: z.enum(['figures', 'words']) }),
    /** Page numbers begin again at 1 in each. */
    ownPageNumbers: z.boolean(),
  }),
  /** How numbers run: within what time, and which documents share a counter. */
  numbering: z.strictObject({ per: z.enum(['term', 'year']), by: z.enum(['type', 'symbol']) }),
  /** Before the body that is signed for: "T/M ĐẢNG ỦY", "TM. ỦY BAN NHÂN DÂN". */
  authority: z.strictObject({ onBehalf: line(10), deputy: line(10), byOrder: line(10), acting: line(10) }),
});
export type LayoutProfile = z.infer<typeof layoutProfile>;
