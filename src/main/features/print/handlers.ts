import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type {
  FeatureHandlers,
  PaperContext,
  PaperSetters,
  QueryContext,
  TaskContext,
} from '#main/api/context.ts';
import type { PrintWay } from '#main/api/services.ts';
import type { Store } from '#main/db/open.ts';
import type { Database } from '#main/db/schema.ts';
import { writeWhole } from '#main/db/whole-file.ts';
import { approvalPapers } from '#main/features/approvals/index.ts';
import { readContent } from '#main/features/attachments/index.ts';
import { conferenceFile, conferenceFileIndex, conferencePapers } from '#main/features/conferences/index.ts';
import { documentPapers, issuedPdf } from '#main/features/documents/index.ts';
import { journalPapers } from '#main/features/journal/index.ts';
import { reviewPapers } from '#main/features/reviews/index.ts';
import { pdfName, wordName } from '#main/paper/file-name.ts';
import type { TypesetResult } from '#main/workers/typesetter-protocol.ts';
import type { FilePart } from '#shared/features/conferences/file.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import type { PrintMeta, PrintModel } from '#shared/paper/model.ts';
import { bindConferenceFile, type FilePaper } from './bind-conference-file.ts';
import { exportDocuments, pagesOfDocuments } from './export-documents.ts';
import { profileHandlers } from './profile-handlers.ts';

export const printHandlers: FeatureHandlers<'print'> = {
  ...profileHandlers,

  preview: async (ctx, { source }) => ctx.services.typesetter.svg(await modelOf(ctx.store, source, ctx)),

  view: async (ctx, { source, from, to }) =>
    ctx.services.typesetter.view({ model: await modelOf(ctx.store, source, ctx), from, to }),

  exportPdf: async (ctx, { source }) => {
    ctx.progress('typeset', 0, 0);
    const model = await modelOf(ctx.store(), source, ctx);
    return writePdf(ctx, model.meta, await pdfOf(ctx, source, model));
  },

  exportWord: async (ctx, { source }) => {
    ctx.progress('typeset', 0, 0);
    const model = await modelOf(ctx.store(), source, ctx);
    if (model.kind === 'sheetNumbers') throw new Error('sheet numbers are no paper of their own');
    const target = await ctx.services.host.chooseWordTarget(wordName(model.meta));
    if (target === null) return null;
    // Only here: a start of the program does not wait for what few files need.
    const { readMetrics, wordFile } = await import('#main/paper/word/index.ts');
    await writeWhole(target, await wordFile(model, readMetrics(ctx.services.fontsDir)));
    return { fileName: basename(target) };
  },

  exportMany: (ctx, { ids }) =>
    exportDocuments(ctx, ids, async (id) => {
      const source: PrintSource = { kind: 'document', id };
      const model = await modelOf(ctx.store(), source, ctx);
      return { fileName: pdfName(model.meta), ...(await pdfOf(ctx, source, model)) };
    }),

  exportConferenceFile: async (ctx, { id }) => {
    const store = ctx.store();
    const { db } = store;
    const { parts } = await conferenceFile({ db, services: ctx.services }, id);
    const papers: FilePaper[] = [];
    for (const { title, source, attachment } of parts) {
      if (source) papers.push({ title, kind: 'model', model: await modelOf(store, source, ctx) });
      else papers.push({ title, ...(await addedFile(db, attachment)) });
    }
    const indexOf = await conferenceFileIndex(db, id);
    return writePdf(ctx, indexOf([]).meta, await bindConferenceFile(ctx, papers, indexOf));
  },

  print: async (ctx, { source, ...way }) => {
    ctx.progress('typeset', 0, 0);
    const model = await modelOf(ctx.store(), source, ctx);
    const { pages } = await ctx.services.typesetter.svg(onBothSides(model, way));
    await ctx.services.host.printPages(pages, way);
    return {};
  },

  printMany: async (ctx, { ids, ...way }) => {
    const { pages, onPaperOnly } = await pagesOfDocuments(ctx, ids, async (id) => {
      const model = await modelOf(ctx.store(), { kind: 'document', id }, ctx);
      return ctx.services.typesetter.svg(onBothSides(model, way));
    });
    await ctx.services.host.printPages(pages, way);
    return { onPaperOnly };
  },
};

const papers: PaperSetters<PrintSource> = {
  ...documentPapers,
  ...approvalPapers,
  ...journalPapers,
  ...reviewPapers,
  ...conferencePapers,
};

function modelOf(
  store: Store,
  source: PrintSource,
  ctx: Omit<QueryContext, 'store' | 'db'> | TaskContext,
): Promise<PrintModel> {
  const set: (given: PaperContext, source: never) => Promise<PrintModel> = papers[source.kind];
  return set({ ...ctx, store }, source as never);
}

/** Two-sided, the margin for binding changes sides; the lines of the paper stay as they are. */
function onBothSides(model: PrintModel, { isTwoSided = false }: PrintWay): PrintModel {
  return isTwoSided ? { ...model, meta: { ...model.meta, isTwoSided } } : model;
}

/** What was issued comes out as the bytes that were issued; everything else is set now. */
async function pdfOf(
  ctx: Pick<TaskContext, 'services' | 'store'>,
  source: PrintSource,
  model: PrintModel,
): Promise<TypesetResult['pdf']> {
  const issued = source.kind === 'document' ? await issuedPdf(ctx.store().db, source.id) : null;
  return issued ? { ...issued, unprintable: [] } : ctx.services.typesetter.pdf(model);
}

/** What can stand on a sheet of the file: PDFs and pictures; the rest is only named in its index. */
async function addedFile(
  db: Kysely<Database>,
  attachment: FilePart['attachment'],
): Promise<{ kind: 'pdf' | 'image'; bytes: Uint8Array } | { kind: 'other' }> {
  const kinds: Record<string, 'pdf' | 'image'> = {
    'application/pdf': 'pdf',
    'image/png': 'image',
    'image/jpeg': 'image',
  };
  const kind = attachment && kinds[attachment.mediaType];
  const bytes = kind && (await readContent(db, attachment.sha256));
  return kind && bytes ? { kind, bytes } : { kind: 'other' };
}

/** Where the clerk says; null when called off. */
async function writePdf(
  ctx: Pick<TaskContext, 'services' | 'progress'>,
  meta: PrintMeta,
  pdf: TypesetResult['pdf'],
): Promise<{ fileName: string; pages: number; unprintable: string[] } | null> {
  const target = await ctx.services.host.choosePdfTarget(pdfName(meta));
  if (target === null) return null;
  ctx.progress('write', 0, 0);
  await writeWhole(target, pdf.bytes);
  return { fileName: basename(target), pages: pdf.pages, unprintable: pdf.unprintable };
}
