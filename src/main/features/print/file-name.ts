import type { PrintMeta } from '#shared/features/print/model.ts';

/** "Nghi-quyet_12-NQ-ĐU_2021-12-24.pdf" without what Windows forbids in a name. */
export function pdfName({ title }: PrintMeta): string {
  const clean = title
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replace(/[\\/:*?"<>|\u0000-\u001f]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 100)
    .replace(/[. ]+$/u, '');
  return `${clean || 'van-ban'}.pdf`;
}
