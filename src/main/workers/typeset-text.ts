/**
 * Makes every text of a model printable. PDF/A refuses a character without a glyph, and one emoji in a statement
 * must not keep a clerk from printing: such characters are set as "□" and reported.
 */
export function printable<T>(model: T, covered: ReadonlySet<number>): { model: T; unprintable: string[] } {
  const unprintable = new Set<string>();
  const clean = (text: string): string => {
    let result = '';
    for (const letter of unified(text)) {
      const known = covered.has(letter.codePointAt(0) ?? 0) || letter === '\n' || ignorable.test(letter);
      if (!known) unprintable.add(letter);
      result += known ? letter : '□';
    }
    return result;
  };
  return { model: mapStrings(model, clean) as T, unprintable: [...unprintable] };
}

const ignorable = /\p{Default_Ignorable_Code_Point}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu;

/** A lone surrogate is no JSON for Typst; a tab would vanish; the rarer line ends are line ends. */
function unified(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(control, '');
}

function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((part) => mapStrings(part, map));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapStrings(part, map)]));
}

/** The code points that a TrueType font has a glyph for, from its `cmap` (formats 4 and 12, the two in use). */
export function fontCoverage(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const covered = new Set<number>();
  const cmap = tableOffset(view, 'cmap');
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const table = cmap + view.getUint32(cmap + 8 + i * 8);
    const format = view.getUint16(table);
    if (format === 4) addSegments(view, table, covered);
    if (format === 12) addGroups(view, table, covered);
  }
  return covered;
}

function tableOffset(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`font without ${tag}`);
}

function addSegments(view: DataView, table: number, covered: Set<number>): void {
  const doubled = view.getUint16(table + 6);
  const ends = table + 14;
  const starts = ends + doubled + 2;
  for (let i = 0; i < doubled; i += 2) {
    const start = view.getUint16(starts + i);
    const delta = view.getUint16(starts + doubled + i);
    const rangeAt = starts + 2 * doubled + i;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= view.getUint16(ends + i) && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : view.getUint16(rangeAt + range + (code - start) * 2);
      if ((glyph & 0xffff) !== 0) covered.add(code);
    }
  }
}

function addGroups(view: DataView, table: number, covered: Set<number>): void {
  for (let i = 0; i < view.getUint32(table + 12); i++) {
    const group = table + 16 + i * 12;
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code++) covered.add(code);
  }
}
