import { fontTable } from './font-tables.ts';

/** Ids of names that hold the family: family, full name, PostScript name, typographic family. */
const familyNames = new Set([1, 4, 6, 16]);
const mark = 'X';

/** Under which family the blank copy of a font is found. */
export function blankFamily(family: string): string {
  return mark + family.slice(1);
}

/**
 * A copy of a TrueType font with the same measures and no shapes: words set in it take their room and leave nothing to
 * draw.
 */
export function blankFont(font: Uint8Array): Uint8Array {
  const copy = new Uint8Array(font);
  const view = new DataView(copy.buffer);
  // Where each glyph's shape begins and ends: with nothing between, all are blanks.
  const { offset, length } = fontTable(view, 'loca');
  copy.fill(0, offset, offset + length);
  const name = fontTable(view, 'name').offset;
  const strings = name + view.getUint16(name + 4);
  for (let i = 0; i < view.getUint16(name + 2); i++) {
    const record = name + 6 + i * 12;
    const at = strings + view.getUint16(record + 10);
    if (!familyNames.has(view.getUint16(record + 6))) continue;
    // Two bytes a letter, but for the old Macintosh one.
    if (view.getUint16(record) === 1) view.setUint8(at, mark.charCodeAt(0));
    else view.setUint16(at, mark.charCodeAt(0));
  }
  return copy;
}
