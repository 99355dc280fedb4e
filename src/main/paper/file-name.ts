import type { PrintMeta } from '#shared/paper/model.ts';

/** "Nghị quyết 12-NQ-ĐU về ….pdf", without what Windows forbids in a name. */
export function pdfName(meta: PrintMeta): string {
  return `${safeName(meta)}.pdf`;
}

export function wordName(meta: PrintMeta): string {
  return `${safeName(meta)}.docx`;
}

function safeName({ title }: PrintMeta): string {
  const clean = title
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replace(/[\\/:*?"<>|\u0000-\u001f]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 100)
    .replace(/[. ]+$/u, '');
  return clean || 'van-ban';
}
