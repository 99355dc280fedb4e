import type { LayoutProfile } from './profile.ts';

/**
 * What a page is set from: plain JSON, every number already in Vietnamese form, every label already counted.
 * The typesetter adds nothing but the layout of the dated profile, so the same model always gives the same bytes.
 * All text is data: the templates never read markup out of it.
 */
export type PrintModel = DocumentModel | MinutesModel | PapersModel | SheetNumbersModel;

export type DocumentModel = {
  kind: 'document';
  profile: LayoutProfile;
  meta: PrintMeta;
  head: PrintHead;
  /** "NGHỊ QUYẾT"; null for an official letter (công văn), whose subject stands under its number. */
  typeName: string | null;
  /** "về …", one line or more, or null. */
  subject: string | null;
  /** "Kính gửi" of a letter, "Kính trình" of a submission (HD 05). */
  addressees: { label: string; names: string[] } | null;
  /** Without "- " before and with the mark after them that the profile asks for. */
  bases: string[];
  /** "BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT NGHỊ:" */
  opening: string | null;
  body: PrintBlock[];
  /** Without "- " before and with the mark after them that the profile asks for. */
  recipients: string[];
  /** Null for a list or a programme, which nobody signs. */
  signature: PrintSignature | null;
  /** Who wrote minutes signs on the left; recipients, if there are any, then stand below. */
  recorder?: PrintSignature;
  /** Each from a sheet of its own, behind the signature. */
  appendices?: PrintAppendix[];
};

export type PrintAppendix = {
  /** "PHỤ LỤC", "PHỤ LỤC 2" where there are several. */
  label: string;
  title: string | null;
  /** "(Kèm theo Nghị quyết số 05-NQ/ĐU, ngày 24/12/2021 của …)" */
  reference: string;
  isLandscape: boolean;
  body: PrintBlock[];
};

export type MinutesModel = {
  kind: 'minutes';
  profile: LayoutProfile;
  meta: PrintMeta;
  head: PrintHead;
  typeName: string;
  subject: string | null;
  body: PrintBlock[];
  recorder: PrintSignature;
  chair: PrintSignature;
  /** The office certifies the chair's signature when that one is not sealed (HD 16 form, lower left). */
  certification: PrintSignature | null;
};

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

/** Properties of the PDF file. `created` (YYYY-MM-DD) is the paper's date, never the time of printing. */
export type PrintMeta = {
  title: string;
  author: string;
  created: string | null;
  /** For both sides of the paper: backs have their margins the other way round, sheets of their own begin on a front. */
  isTwoSided?: boolean;
};

export type PrintHead = {
  /** "ĐẢNG BỘ HUYỆN SƠN TÂY"; a line break is kept, anything longer than the column wraps in balanced lines. */
  parentLine: string | null;
  /** "ĐẢNG ỦY XÃ SƠN LIÊN" */
  issuingLine: string;
  /** "05"; null leaves the place of the number blank: `Số      -NQ/ĐU`. */
  number: string | null;
  /** "NQ/ĐU"; null prints no number line at all. */
  symbol: string | null;
  /** "Sơn Liên" */
  placeName: string;
  /** "ngày 24 tháng 12 năm 2021", or with blanks where a draft has no date yet; null prints no date line. */
  dateText: string | null;
  /** "Dự thảo lần 2" */
  draft: string | null;
  /** "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC" */
  urgency: string | null;
  /** "TÀI LIỆU HỘI NGHỊ", "LƯU HÀNH NỘI BỘ" … */
  circulation: string | null;
};

/** "T/M ĐẢNG ỦY" / "BÍ THƯ" / "Nguyễn Văn A"; minutes have only an authority ("CHỦ TRÌ HỘI NGHỊ") and a name. */
export type PrintSignature = { authority: string; title: string | null; name: string };

export type PrintRun = { text: string; bold?: boolean; italic?: boolean } | { break: true };

export type PrintBlock =
  /** `label` is what a list puts before the first line: "- ", "+ ", "1. ", "a) ". */
  | { kind: 'paragraph'; label: string; runs: PrintRun[] }
  /** Level 1–3; `label` is the counted "I- ", "1. ", "a) ". */
  | { kind: 'heading'; level: 1 | 2 | 3; label: string; runs: PrintRun[] }
  | PrintTable;

export type PrintTable = {
  kind: 'table';
  caption: string | null;
  columns: PrintColumn[];
  /** At least this high, so that a signature has room; otherwise as high as the text. */
  rowMm?: number;
  rows: PrintCell[][];
  /** Rows that repeat on every page, in place of the headers of the columns. */
  head?: PrintCell[][];
  /** Columns as wide as their content asks for; otherwise the flexible ones share what the others leave. */
  byContent?: true;
};

/** Words, or words with bold, italic and breaks. */
export type PrintCell = string | PrintRun[];

export type PrintColumn = {
  header: string;
  align: 'left' | 'center' | 'right';
  /** The columns that share the room which the others leave. At least one, unless widths go by content. */
  flexible: boolean;
  /** Exactly this wide, for what is written by hand. */
  widthMm?: number;
};
