import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { TaskContext } from '#main/api/context.ts';
import { writeWhole } from '#main/db/whole-file.ts';
import type { TypesetResult } from '#main/workers/typesetter-protocol.ts';
import type { Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { PrintedPage } from '#shared/features/print/contract.ts';

export type NamedPdf = TypesetResult['pdf'] & { fileName: string };

/** One file after the other, so that 500 documents need no more memory than one; each is whole or not there. */
export async function exportDocuments(
  ctx: TaskContext,
  ids: readonly string[],
  paper: (id: string) => Promise<NamedPdf>,
): Promise<Output<'print.exportMany'>> {
  const folder = await ctx.services.host.chooseFolder('pdf');
  if (folder === null) return null;
  const free = await freeNames(folder);
  const fileNames: string[] = [];
  const unprintable = new Set<string>();
  let pages = 0;
  const onPaperOnly = await eachDocument(ctx, ids, async (id) => {
    const made = await paper(id);
    const fileName = free(made.fileName);
    await writeWhole(join(folder, fileName), made.bytes);
    fileNames.push(fileName);
    pages += made.pages;
    for (const letter of made.unprintable) unprintable.add(letter);
  });
  return { folder: basename(folder), fileNames, pages, onPaperOnly, unprintable: [...unprintable] };
}

/** The pages of all documents in their order. */
export async function pagesOfDocuments(
  ctx: TaskContext,
  ids: readonly string[],
  set: (id: string) => Promise<TypesetResult['svg']>,
): Promise<{ pages: PrintedPage[]; onPaperOnly: number }> {
  const pages: PrintedPage[] = [];
  const onPaperOnly = await eachDocument(ctx, ids, async (id) => {
    pages.push(...(await set(id)).pages);
  });
  return { pages, onPaperOnly };
}

/** Returns how many were left out because only their number is known. */
async function eachDocument(
  { signal, progress }: TaskContext,
  ids: readonly string[],
  work: (id: string) => Promise<void>,
): Promise<number> {
  let onPaperOnly = 0;
  for (const [done, id] of ids.entries()) {
    signal.throwIfAborted();
    progress('typeset', done, ids.length);
    try {
      await work(id);
    } catch (error) {
      const isOnPaperOnly = error instanceof AppError && error.detail?.reason === 'onPaperOnly';
      if (!isOnPaperOnly) throw error;
      onPaperOnly += 1;
    }
  }
  progress('typeset', ids.length, ids.length);
  return onPaperOnly;
}

/** Gives "name.pdf", or "name (2).pdf" where that is taken; Windows does not tell capitals from small letters. */
async function freeNames(folder: string): Promise<(name: string) => string> {
  let there: string[];
  try {
    there = await readdir(folder);
  } catch {
    throw new AppError('FILE_UNWRITABLE');
  }
  const taken = new Set(there.map((name) => name.normalize('NFC').toLowerCase()));
  return (name) => {
    const [end, start] = [extname(name), basename(name, extname(name))];
    let found = name;
    for (let n = 2; taken.has(found.toLowerCase()); n += 1) found = `${start} (${n})${end}`;
    taken.add(found.toLowerCase());
    return found;
  };
}
