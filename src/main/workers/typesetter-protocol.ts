import type { PrintModel } from '#shared/features/print/model.ts';

/** What the client and the typesetter's process tell each other: structured clones, one answer per request. */
export type TypesetOperation = 'pdf' | 'svg' | 'pages';

export type TypesetRequest = { id: number; op: TypesetOperation; model: PrintModel; templatesDir: string };

export type PageSize = { widthMm: number; heightMm: number };
export type SvgPage = PageSize & { svg: string };

/** `unprintable`: characters that the font does not have and that were set as "□". */
export type TypesetResult = {
  pdf: { bytes: Uint8Array; pages: number; unprintable: string[] };
  svg: { pages: SvgPage[]; unprintable: string[] };
  pages: { count: number; unprintable: string[] };
};

export type TypesetAnswer =
  | { id: number; ok: true; value: TypesetResult[TypesetOperation] }
  /** `message` is for the log only. */
  | { id: number; ok: false; message: string };
