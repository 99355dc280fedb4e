import { z } from 'zod';
import { type LayoutProfile, layoutProfile } from './profile.ts';

/**
 * What a page is set from: plain JSON, every number already in Vietnamese form, every label already counted.
 * The typesetter adds nothing but the layout of the dated profile, so the same model always gives the same bytes.
 * All text is data: the templates never read markup out of it. Documents and minutes are frozen when they are issued and
 * closed, so they are schemas: see `frozen.ts` before changing one.
 */
export type PrintModel = DocumentModel | MinutesModel | PapersModel | SheetNumbersModel;

/** Properties of the PDF file. */
const meta = z.object({
  title: z.string(),
  author: z.string(),
  /** YYYY-MM-DD, the paper's date, never the time of printing. */
  created: z.string().nullable(),
  /** For both sides of the paper: backs have their margins the other way round, sheets of their own begin on a front. */
  isTwoSided: z.boolean().optional(),
});
export type PrintMeta = z.infer<typeof meta>;

const head = z.object({
  /** "ĐẢNG BỘ HUYỆN SƠN TÂY"; a line break is kept, anything longer than the column wraps in balanced lines. */
  parentLine: z.string().nullable(),
  /** "ĐẢNG ỦY XÃ SƠN LIÊN" */
  issuingLine: z.string(),
  /** "05"; null leaves the place of the number blank: `Số      -NQ/ĐU`. */
  number: z.string().nullable(),
  /** "NQ/ĐU"; null prints no number line at all. */
  symbol: z.string().nullable(),
  /** "Sơn Liên" */
  placeName: z.string(),
  /** "ngày 24 tháng 12 năm 2021", or with blanks where a draft has no date yet; null prints no date line. */
  dateText: z.string().nullable(),
  /** "Dự thảo lần 2" */
  draft: z.string().nullable(),
  /** "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC" */
  urgency: z.string().nullable(),
  /** "TÀI LIỆU HỘI NGHỊ", "LƯU HÀNH NỘI BỘ" … */
  circulation: z.string().nullable(),
});
export type PrintHead = z.infer<typeof head>;

/** "T/M ĐẢNG ỦY" / "BÍ THƯ" / "Nguyễn Văn A"; minutes have only an authority ("CHỦ TRÌ HỘI NGHỊ") and a name. */
const signature = z.object({ authority: z.string(), title: z.string().nullable(), name: z.string() });
export type PrintSignature = z.infer<typeof signature>;

const run = z.union([
  z.object({ text: z.string(), bold: z.boolean().optional(), italic: z.boolean().optional() }),
  z.object({ break: z.literal(true) }),
]);
export type PrintRun = z.infer<typeof run>;

/** Words, or words with bold, italic and breaks. */
const cell = z.union([z.string(), z.array(run)]);
export type PrintCell = z.infer<typeof cell>;

const column = z.object({
  header: z.string(),
  align: z.enum(['left', 'center', 'right']),
  /** The columns that share the room which the others leave. At least one, unless widths go by content. */
  flexible: z.boolean(),
  /** Exactly this wide, for what is written by hand. */
  widthMm: z.number().optional(),
});
export type PrintColumn = z.infer<typeof column>;

const table = z.object({
  kind: z.literal('table'),
  caption: z.string().nullable(),
  columns: z.array(column),
  /** At least this high, so that a signature has room; otherwise as high as the text. */
  rowMm: z.number().optional(),
  rows: z.array(z.array(cell)),
  /** Rows that repeat on every page, in place of the headers of the columns. */
  head: z.array(z.array(cell)).optional(),
  /** Columns as wide as their content asks for; otherwise the flexible ones share what the others leave. */
  byContent: z.literal(true).optional(),
});
export type PrintTable = z.infer<typeof table>;

const block = z.discriminatedUnion('kind', [
  /** `label` is what a list puts before the first line: "- ", "+ ", "1. ", "a) ". */
  z.object({ kind: z.literal('paragraph'), label: z.string(), runs: z.array(run) }),
  /** `label` is the counted "I- ", "1. ", "a) ". */
  z.object({
    kind: z.literal('heading'),
    level: z.literal([1, 2, 3]),
    label: z.string(),
    runs: z.array(run),
  }),
  table,
]);
export type PrintBlock = z.infer<typeof block>;

const appendix = z.object({
  /** "PHỤ LỤC", "PHỤ LỤC 2" where there are several. */
  label: z.string(),
  title: z.string().nullable(),
  /** "(Kèm theo Nghị quyết số 05-NQ/ĐU, ngày 24/12/2021 của …)" */
  reference: z.string(),
  isLandscape: z.boolean(),
  body: z.array(block),
});
export type PrintAppendix = z.infer<typeof appendix>;

export const documentModel = z.object({
  kind: z.literal('document'),
  profile: layoutProfile,
  meta,
  head,
  /** "NGHỊ QUYẾT"; null for an official letter (công văn), whose subject stands under its number. */
  typeName: z.string().nullable(),
  /** "về …", one line or more, or null. */
  subject: z.string().nullable(),
  /** "Kính gửi" of a letter, "Kính trình" of a submission (HD 05). */
  addressees: z.object({ label: z.string(), names: z.array(z.string()) }).nullable(),
  /** Without "- " before and with the mark after them that the profile asks for. */
  bases: z.array(z.string()),
  /** "BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT NGHỊ:" */
  opening: z.string().nullable(),
  body: z.array(block),
  /** Without "- " before and with the mark after them that the profile asks for. */
  recipients: z.array(z.string()),
  /** Null for a list or a programme, which nobody signs. */
  signature: signature.nullable(),
  /** Who wrote minutes signs on the left; recipients, if there are any, then stand below. */
  recorder: signature.optional(),
  /** Each from a sheet of its own, behind the signature. */
  appendices: z.array(appendix).optional(),
});
export type DocumentModel = z.infer<typeof documentModel>;

export const minutesModel = z.object({
  kind: z.literal('minutes'),
  profile: layoutProfile,
  meta,
  head,
  typeName: z.string(),
  subject: z.string().nullable(),
  body: z.array(block),
  recorder: signature,
  chair: signature,
  /** The office certifies the chair's signature when that one is not sealed (HD 16 form, lower left). */
  certification: signature.nullable(),
});
export type MinutesModel = z.infer<typeof minutesModel>;

/** Papers of one kind printed together, each from a sheet of its own and with its own page numbers. */
export type PapersModel = {
  kind: 'papers';
  profile: LayoutProfile;
  meta: PrintMeta;
  papers: (DocumentModel | MinutesModel)[];
};

/** The numbers that go on the sheets of a file ("Tờ 5/37"), each on a small page of its own. */
export type SheetNumbersModel = {
  kind: 'sheetNumbers';
  profile: LayoutProfile;
  meta: PrintMeta;
  labels: string[];
};
