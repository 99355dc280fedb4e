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
  return { model: withTexts(model, clean), unprintable: [...unprintable] };
}

/** The same model with text that a file can hold: NFC, line ends as one, nothing that does not print. */
export function cleanText<T>(model: T): T {
  return withTexts(model, unified);
}

const ignorable = /\p{Default_Ignorable_Code_Point}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/gu;

/**
 * What nobody sees, pasted from the web or a chat, but for the signs that say where a line may break. Vietnamese needs none
 * of it, and Typst does not know all of it: U+202E at the start of a line ends its process, U+180F fits no font.
 */
const unseen = /(?![\u00ad\u200b\u2060\ufeff])[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;

/** A lone surrogate is no JSON for Typst; U+FFFE and U+FFFF are no XML for Word; a tab would vanish; the rarer line ends are line ends. */
function unified(text: string): string {
  return (
    text
      .toWellFormed()
      // Before letters and marks are joined: one may stand between them.
      .replace(unseen, '')
      .normalize('NFC')
      .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
      .replaceAll('\t', ' ')
      .replace(control, '')
  );
}

/** Texts become texts, and nothing else is touched: it stays of its type. */
function withTexts<T>(model: T, map: (text: string) => string): T {
  return mapStrings(model, map) as T;
}

function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((part) => mapStrings(part, map));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapStrings(part, map)]));
}
