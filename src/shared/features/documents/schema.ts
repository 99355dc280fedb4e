import { z } from 'zod';
import { id, isoDate, line, requiredLine } from '../../fields.ts';
import { bodySchema } from './body.ts';

/** Symbols of Quy định 399 that a commune committee uses; the printed name is in `rules.ts`. */
export const documentTypes = ['NQ', 'QĐ', 'KL', 'TB', 'BC', 'KH', 'CTr', 'TTr', 'CV'] as const;
export type DocumentType = (typeof documentTypes)[number];

export const documentStatuses = ['draft', 'issued', 'voided'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

export const documentFields = z.strictObject({
  type: z.enum(documentTypes),
  conferenceId: id.nullable(),
  /** The day it will carry; fixes the layout profile and the names. Null: not known yet. */
  date: isoDate.nullable(),
  /** "về phương hướng, nhiệm vụ năm 2022" */
  subject: requiredLine(1_000),
  bases: z.array(requiredLine(1_000)).max(50),
  /** "BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT NGHỊ:" (practice); empty: none. */
  openingLine: line(300),
  body: bodySchema,
  recipients: z.array(requiredLine(300)).max(100),
  /** "T/M ĐẢNG ỦY" */
  authority: line(200),
  /** "BÍ THƯ" */
  signerTitle: line(200),
  signerName: line(100),
});
export type DocumentFields = z.infer<typeof documentFields>;

export const document = documentFields.extend({
  id,
  status: z.enum(documentStatuses),
  /** Given at issue, never before. */
  number: z.int().nullable(),
  /** "12-NQ/ĐU", or "-NQ/ĐU" while it has no number. */
  code: z.string(),
  voidReason: z.string().nullable(),
});
export type DocumentRecord = z.infer<typeof document>;

export const documentSummary = document.pick({
  id: true,
  type: true,
  status: true,
  number: true,
  code: true,
  date: true,
  subject: true,
  conferenceId: true,
});
export type DocumentSummary = z.infer<typeof documentSummary>;
