import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { FeatureHandlers, TaskContext } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';
import { conferenceFile, conferenceFileIndex, conferencePaper } from '#main/features/conferences/index.ts';
import { documentToPrint } from '#main/features/documents/index.ts';
import type { TypesetResult } from '#main/workers/typesetter-protocol.ts';
import { AppError } from '#shared/errors.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import type { PrintMeta, PrintModel } from '#shared/features/print/model.ts';
import { bindConferenceFile, type FilePaper } from './bind-conference-file.ts';
import { pdfName } from './file-name.ts';

export const printHandlers: FeatureHandlers<'print'> = {
  preview: async ({ db, services, today }, { source }) =>
    services.typesetter.svg(await modelOf(db, source, today())),

  exportPdf: async (ctx, { source }) => {
    ctx.progress('typeset', 0, 0);
    const model = await modelOf(ctx.store().db, source, ctx.today());
    return writePdf(ctx, model.meta, await ctx.services.typesetter.pdf(model));
  },

  exportConferenceFile: async (ctx, { id }) => {
    const { db } = ctx.store();
    const { parts } = await conferenceFile(db, id);
    const papers: FilePaper[] = [];
    for (const { title, source } of parts) {
      if (source) papers.push({ title, kind: 'model', model: await modelOf(db, source, ctx.today()) });
    }
    const indexOf = await conferenceFileIndex(db, id);
    return writePdf(ctx, indexOf([]).meta, await bindConferenceFile(ctx, papers, indexOf));
  },

  print: async (ctx, { source }) => {
    ctx.progress('typeset', 0, 0);
    const { pages } = await ctx.services.typesetter.svg(await modelOf(ctx.store().db, source, ctx.today()));
    await ctx.services.host.printPages(pages);
    return {};
  },
};

function modelOf(db: Kysely<Database>, source: PrintSource, today: string): Promise<PrintModel> {
  return source.kind === 'document'
    ? documentToPrint(db, source.id, { edits: source.edits, today })
    : conferencePaper(db, source);
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
  try {
    await writeFile(target, pdf.bytes);
  } catch (error) {
    throw new AppError((error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'DISK_FULL' : 'FILE_UNWRITABLE');
  }
  return { fileName: basename(target), pages: pdf.pages, unprintable: pdf.unprintable };
}
