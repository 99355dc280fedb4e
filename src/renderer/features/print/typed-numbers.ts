/** Between what is typed and what the form holds. What cannot be read is held as typed, for the schema to refuse. */

/** "12,5" or "12.5" */
export function readNumber(text: string): number | string {
  const typed = text.trim().replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/u.test(typed) ? Number(typed) : text.trim();
}

export function showNumber(value: unknown): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? '');
}

/** "13; 12; 11,5" */
export function readNumbers(text: string): (number | string)[] {
  return text
    .split(';')
    .filter((part) => part.trim() !== '')
    .map(readNumber);
}

export function showNumbers(value: unknown): string {
  return Array.isArray(value) ? value.map(showNumber).join('; ') : String(value ?? '');
}
