import { expect } from 'vitest';
import { composeDocument, type PrintableDocument } from '#main/features/documents/papers/document.ts';
import type { Block } from '#shared/text-model/body.ts';
import type { PdfContent } from './pdf-reader.ts';
import { indicators, resolution2027, sonTayThuong, text } from './records.ts';

export type Changes = Partial<PrintableDocument>;

/** A resolution in which other things were typed. */
export const composed = (changes: Changes, name = sonTayThuong) =>
  composeDocument({ document: { ...resolution2027, ...changes }, name, indicators });

/** Without blanks, which a line's end swallows. */
export const solid = (value: string) => value.normalize('NFC').replace(/\s+/gu, '');
export const appendix = (title: string, isLandscape = false): Block => ({
  type: 'appendix',
  attrs: { title, isLandscape },
});
export const grid = (rows: readonly (readonly string[])[], headers = 1): Block => ({
  type: 'table',
  content: rows.map((row, i) => ({
    type: 'tableRow' as const,
    content: row.map((value) => ({
      type: 'tableCell' as const,
      attrs: { header: i < headers },
      content: [
        value ? { type: 'paragraph' as const, content: [text(value)] } : { type: 'paragraph' as const },
      ],
    })),
  })),
});

/** Within the margins of a page of the Party's and the state's layouts. */
export function expectInside(pdf: PdfContent): void {
  for (const page of pdf.pages) {
    for (const line of page.lines) {
      expect(line.xMm, line.text).toBeGreaterThan(29.5);
      expect(line.xMm + line.widthMm, line.text).toBeLessThan(page.widthMm - 14.5);
      expect(line.yMm, line.text).toBeLessThan(page.heightMm - 19.5);
    }
  }
}
