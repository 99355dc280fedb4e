import { z } from 'zod';
import { id, isoDate, wholeNumber } from '../../fields.ts';
import { schemasOf } from '../../record.ts';
import { documentRecord, documentStatuses } from './records.ts';
import { stages } from './stages.ts';

/** What is written by hand. */
export const documentFields = z.strictObject(schemasOf(documentRecord));
export type DocumentFields = z.infer<typeof documentFields>;

/** What is known of a document of the paper era: enough for the register. No counter of a commune reaches six digits. */
export const paperEntry = documentFields
  .pick({ issuer: true, type: true, subject: true, recipients: true, signerName: true, copies: true })
  .extend({ date: isoDate, number: wholeNumber(1, 99_999) });

export const document = documentFields.extend({
  id,
  status: z.enum(documentStatuses),
  /** Given at issue, never before. */
  number: z.int().nullable(),
  /** "12-NQ/ĐU", or "-NQ/ĐU" while it has no number. */
  code: z.string(),
  /** The term in whose register it stands; null while it is a draft. */
  termId: id.nullable(),
  /** What was issued, as bytes that never change; null for a draft and for a document of the paper era. */
  pdf: z.strictObject({ sha256: z.string(), size: z.int(), pages: z.int() }).nullable(),
  /** Entered from the paper register: there is a number, but no text of ours. */
  isFromPaper: z.boolean(),
  voidReason: z.string().nullable(),
});
export type DocumentRecord = z.infer<typeof document>;

export const documentSummary = document
  .pick({
    id: true,
    issuer: true,
    type: true,
    status: true,
    number: true,
    code: true,
    date: true,
    termId: true,
    subject: true,
    conferenceId: true,
  })
  /** How far a draft is on its way. */
  .extend({ stage: z.enum(stages) });
export type DocumentSummary = z.infer<typeof documentSummary>;

/** Why a citation cannot be followed as it was meant; what is voided still has its clauses. */
export const clauseFaults = ['clauseGone', 'documentGone', 'voided'] as const;
export type ClauseFault = (typeof clauseFaults)[number];

/** How a cited clause is called now; null when it is gone. */
export const clauseNow = z.strictObject({
  label: z.string().nullable(),
  fault: z.enum(clauseFaults).nullable(),
});
export type ClauseNow = z.infer<typeof clauseNow>;

/** A clause that can be cited: `at` is the place of its heading; without an id it gets one when it is cited first. */
export const citableClause = z.strictObject({
  at: z.int(),
  id: id.nullable(),
  level: z.literal([1, 2, 3]),
  number: z.string(),
  label: z.string(),
  title: z.string(),
});

/** A PDF with an electronic signature, among the files of an issued document. */
export const signedCopy = z.strictObject({
  attachmentId: id,
  name: z.string(),
  sha256: z.string(),
  /** It is the issued PDF, byte for byte, with something behind it; otherwise another text was signed. */
  isOfIssued: z.boolean(),
});
export type SignedCopy = z.infer<typeof signedCopy>;

/** Something that reads otherwise today than on the paper that was issued: the name of the body, a sentence, a figure. */
export const drift = z.strictObject({
  kind: z.enum(['parentName', 'issuerName', 'placeName', 'vote', 'attendance', 'clause', 'plan', 'actual']),
  /** The question of the vote, the name of the indicator. */
  what: z.string(),
  before: z.string().nullable(),
  /** Null: the record is gone, or has no figure. */
  now: z.string().nullable(),
});
export type Drift = z.infer<typeof drift>;
