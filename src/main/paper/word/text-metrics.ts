import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontGlyphs, fontTable } from '#main/workers/font-tables.ts';
import type { Face } from './units.ts';

export type TextMetrics = {
  /** In points, without kerning. Typed line breaks are not looked for. */
  width: (text: string, face: Face) => number;
};

/** Widths from the fonts that the pages are set in; Times New Roman has the same. */
export function readMetrics(fontsDir: string): TextMetrics {
  const [regular, bold, italic, boldItalic] = ['Regular', 'Bold', 'Italic', 'BoldItalic'].map((style) =>
    advances(readFileSync(join(fontsDir, `Tinos-${style}.ttf`))),
  );
  return {
    width: (text, face) => {
      const font = face.bold ? (face.italic ? boldItalic : bold) : face.italic ? italic : regular;
      let sum = 0;
      for (const letter of face.caps ? text.toUpperCase() : text) sum += font?.(letter) ?? 0;
      return sum * face.sizePt;
    },
  };
}

/** Advance of a letter, in parts of the size. */
function advances(font: Uint8Array): (letter: string) => number {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const perEm = view.getUint16(fontTable(view, 'head').offset + 18);
  const metricCount = view.getUint16(fontTable(view, 'hhea').offset + 34);
  const table = fontTable(view, 'hmtx').offset;
  const glyphs = fontGlyphs(font);
  return (letter) => {
    const glyph = glyphs.get(letter.codePointAt(0) ?? 0) ?? 0;
    return view.getUint16(table + Math.min(glyph, metricCount - 1) * 4) / perEm;
  };
}
