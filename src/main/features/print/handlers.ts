import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { FeatureHandlers } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';
import { minutesToPrint } from '#main/features/conferences/index.ts';
import { documentToPrint } from '#main/features/documents/index.ts';
import { AppError } from '#shared/errors.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import { pdfName } from './file-name.ts';

export const printHandlers: FeatureHandlers<'print'> = {
  preview: async ({ db, services, today }, { source }) =>
    services.typesetter.svg(await modelOf(db, source, today())),

  exportPdf: async (ctx, { source }) => {
    const { services } = ctx;
    ctx.progress('typeset', 0, 0);
    const model = await modelOf(ctx.store().db, source, ctx.today());
    const pdf = await services.typesetter.pdf(model);
    const target = await services.host.choosePdfTarget(pdfName(model));
    if (target === null) return null;
    ctx.progress('write', 0, 0);
    try {
      await writeFile(target, pdf.bytes);
    } catch (error) {
      throw new AppError(
        (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'DISK_FULL' : 'FILE_UNWRITABLE',
      );
    }
    return { fileName: basename(target), pages: pdf.pages, unprintable: pdf.unprintable };
  },

  print: async (ctx, { source }) => {
    ctx.progress('typeset', 0, 0);
    const { pages } = await ctx.services.typesetter.svg(await modelOf(ctx.store().db, source, ctx.today()));
    await ctx.services.host.printPages(pages);
    return {};
  },
};

function modelOf(db: Kysely<Database>, source: PrintSource, today: string) {
  return source.kind === 'document'
    ? documentToPrint(db, source.id, { edits: source.edits, today })
    : minutesToPrint(db, source.id);
}
