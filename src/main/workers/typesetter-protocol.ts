import type { PrintMeta, PrintModel } from '#shared/paper/model.ts';

/** What the typesetter is asked for, and what it gives. */
export type TypesetOperation = 'pdf' | 'svg' | 'view' | 'pages' | 'sheets' | 'bind';

/** A file that was added to a record, PDF or picture (PNG, JPEG): nobody knows what is in it. */
export type AddedFile = { kind: 'pdf' | 'image'; bytes: Uint8Array };

/** A finished file of several papers. */
export type Binding = {
  meta: PrintMeta;
  /** Each with its entry in the bookmarks. */
  parts: (AddedFile & { title: string })[];
  /** A PDF with a small page for each sheet, laid over its lower right corner this far from the edges. */
  numbers: { bytes: Uint8Array; fromRightMm: number; fromBottomMm: number };
};

/** Some pages of a paper, counted from 1. */
export type View = { model: PrintModel; from: number; to: number };

export type TypesetInput = {
  pdf: PrintModel;
  svg: PrintModel;
  view: View;
  pages: PrintModel;
  sheets: AddedFile;
  bind: Binding;
};

export type TypesetRequest = {
  [O in TypesetOperation]: { id: number; op: O; input: TypesetInput[O]; templatesDir: string };
}[TypesetOperation];

export type PageSize = { widthMm: number; heightMm: number };
export type SvgPage = PageSize & { svg: string };
/** Null: not among the pages that were asked for. */
export type ViewedPage = PageSize & { svg: string | null };

/** `unprintable`: characters that the font does not have and that were set as "□". */
export type TypesetResult = {
  pdf: { bytes: Uint8Array; pages: number; unprintable: string[] };
  svg: { pages: SvgPage[]; unprintable: string[] };
  view: { pages: ViewedPage[]; unprintable: string[] };
  pages: { count: number; unprintable: string[] };
  /** Sheets that the file takes in a bound file; null when it cannot be read. */
  sheets: { count: number | null };
  bind: { bytes: Uint8Array };
};
