/** The glyph of each code point of a TrueType font, from its `cmap` (formats 4 and 12, the two in use). */
export function fontGlyphs(font: Uint8Array): Map<number, number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const glyphs = new Map<number, number>();
  const cmap = fontTable(view, 'cmap').offset;
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const table = cmap + view.getUint32(cmap + 8 + i * 8);
    const format = view.getUint16(table);
    if (format === 4) addSegments(view, table, glyphs);
    if (format === 12) addGroups(view, table, glyphs);
  }
  return glyphs;
}

/** Where a table of the font lies. */
export function fontTable(view: DataView, tag: string): { offset: number; length: number } {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)));
    if (name === tag) return { offset: view.getUint32(record + 8), length: view.getUint32(record + 12) };
  }
  throw new Error(`font without ${tag}`);
}

function addSegments(view: DataView, table: number, glyphs: Map<number, number>): void {
  const doubled = view.getUint16(table + 6);
  const ends = table + 14;
  const starts = ends + doubled + 2;
  for (let i = 0; i < doubled; i += 2) {
    const start = view.getUint16(starts + i);
    const delta = view.getUint16(starts + doubled + i);
    const rangeAt = starts + 2 * doubled + i;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= view.getUint16(ends + i) && code < 0xffff; code++) {
      const listed = range === 0 ? code : view.getUint16(rangeAt + range + (code - start) * 2);
      // An entry of the list that is 0 has no glyph, whatever would be added to it.
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function addGroups(view: DataView, table: number, glyphs: Map<number, number>): void {
  for (let i = 0; i < view.getUint32(table + 12); i++) {
    const group = table + 16 + i * 12;
    const start = view.getUint32(group);
    const glyph = view.getUint32(group + 8);
    for (let code = start; code <= view.getUint32(group + 4); code++) glyphs.set(code, glyph + code - start);
  }
}
