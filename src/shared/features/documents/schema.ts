import { z } from 'zod';
import { id, isoDate, line, multiline, requiredLine, wholeNumber } from '../../fields.ts';
import { bodySchema, emptyBody } from '../../text-model/body.ts';
import { issuers } from '../organisation/issuers.ts';
import { stages } from './stages.ts';
import { documentTypes } from './types.ts';

export const documentStatuses = ['draft', 'issued', 'voided'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** Printed under the number (component 10). */
export const urgencies = ['none', 'urgent', 'veryUrgent', 'express'] as const;
export type Urgency = (typeof urgencies)[number];

/** How far it may go (component 11a). */
export const circulations = ['none', 'conference', 'internal', 'returned'] as const;
export type Circulation = (typeof circulations)[number];

/** What a document does to an earlier one. */
export const relationKinds = ['amends', 'replaces', 'repeals'] as const;

const relation = z.strictObject({
  kind: z.enum(relationKinds),
  documentId: id,
  /** "khoản 2 mục I"; empty: all of it. */
  part: line(300),
});
export type Relation = z.infer<typeof relation>;

function eachLineTrimmed(text: string): string {
  const lines = text.split('\n').map((one) => one.replace(/\s+/gu, ' ').trim());
  return lines.filter((one) => one !== '').join('\n');
}

/** What is written by hand. Fields that came later have defaults, so that older callers stay right. */
export const documentFields = z.strictObject({
  issuer: z.enum(issuers).default('committee'),
  type: z.enum(documentTypes),
  conferenceId: id.nullable(),
  /** The day it will carry; fixes the layout profile and the names. Null: not known yet. */
  date: isoDate.nullable(),
  /** "Dự thảo lần n"; null: not marked. Never on an issued document. */
  draftRound: wholeNumber(1, 99).nullable().default(null),
  urgency: z.enum(urgencies).default('none'),
  circulation: z.enum(circulations).default('none'),
  /** "về phương hướng, nhiệm vụ năm 2022" */
  subject: requiredLine(1_000),
  /** "Kính gửi", of a submission "Kính trình": a line each. */
  addressees: z.array(requiredLine(300)).max(50).default([]),
  bases: z.array(requiredLine(1_000)).max(50),
  /** "BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT NGHỊ:" (practice); empty: none. */
  openingLine: line(300),
  body: bodySchema,
  recipients: z.array(requiredLine(300)).max(100),
  /** "T/M ĐẢNG ỦY", or two lines; empty: the signer signs by title alone. */
  authority: multiline(200).overwrite(eachLineTrimmed),
  /** "BÍ THƯ" */
  signerTitle: line(200),
  signerName: line(100),
  /** How many are made ("Số bản" of the register). */
  copies: wholeNumber(1, 9_999).nullable().default(null),
  /** From which day it holds; null: from its own. */
  effectiveFrom: isoDate.nullable().default(null),
  relations: z.array(relation).max(50).default([]),
});
export type DocumentFields = z.infer<typeof documentFields>;

/** What is known of a document of the paper era: enough for the register. */
export const paperEntry = documentFields
  .pick({ issuer: true, type: true, subject: true, recipients: true, signerName: true, copies: true })
  .extend({ date: isoDate, number: wholeNumber(1, 99_999) });

/** What such an entry leaves open. */
export const paperEntryRest = {
  conferenceId: null,
  draftRound: null,
  urgency: 'none',
  circulation: 'none',
  addressees: [],
  bases: [],
  openingLine: '',
  body: emptyBody,
  authority: '',
  signerTitle: '',
  effectiveFrom: null,
  relations: [],
} satisfies Partial<DocumentFields>;

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
