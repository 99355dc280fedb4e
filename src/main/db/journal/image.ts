import { hash } from 'node:crypto';
import { AppError } from '#shared/errors.ts';

export type Value = string | number | null;

/** A row of a table: its columns with their values. */
export type Image = Record<string, Value>;

/** What stands for a long text where only its identity counts: SHA-256 over its UTF-8, and its length in UTF-16 units. */
export type Digest = { sha256: string; length: number };

/** A row, or what changed of it, with digests for long texts. Of this the hash of a change set is made. */
export type ShortImage = Record<string, Value | Digest>;

/** Above this many UTF-16 units a text is long. */
export const longest = 512;

export function isLong(value: Value | Digest | undefined): value is string {
  return typeof value === 'string' && value.length > longest;
}

export function isDigest(value: unknown): value is Digest {
  return typeof value === 'object' && value !== null;
}

/** @param utf8 its bytes, where they are at hand */
export function digestOf(text: string, utf8: string | Buffer = text): Digest {
  return { sha256: hash('sha256', utf8, 'hex'), length: text.length };
}

export function hasDigest(digest: Digest, text: string): boolean {
  return text.length === digest.length && hash('sha256', text, 'hex') === digest.sha256;
}

export function shortOf(image: Image | ShortImage): ShortImage {
  return Object.fromEntries(
    Object.entries(image).map(([column, value]) => [column, isLong(value) ? digestOf(value) : value]),
  );
}

/** Whether a value is what the digest, or the short value, says. */
export function isSame(value: Value | undefined, short: Value | Digest | undefined): boolean {
  if (isDigest(short)) return typeof value === 'string' && hasDigest(short, value);
  return value === short;
}

/** @throws AppError STORE_DAMAGED */
export function parseShort(text: string): ShortImage {
  const parsed = parseObject(text);
  for (const value of Object.values(parsed)) if (!isShort(value)) throw damaged();
  return parsed as ShortImage;
}

/** @throws AppError STORE_DAMAGED */
export function parseWhole(text: string): Image {
  return asImage(parseObject(text));
}

/** @throws AppError STORE_DAMAGED */
export function asImage(parsed: unknown): Image {
  if (!isObject(parsed)) throw damaged();
  for (const value of Object.values(parsed)) if (!isValue(value)) throw damaged();
  return parsed as Image;
}

export function parseObject(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text);
    if (isObject(parsed)) return parsed;
  } catch {
    // Told below.
  }
  throw damaged();
}

/** With columns: neither a list nor nothing. */
export function isObject(parsed: unknown): parsed is object {
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
}

/** The journal does not hold what it should. */
export function damaged(): AppError {
  return new AppError('STORE_DAMAGED', { reason: 'journal' });
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function isShort(value: unknown): value is Value | Digest {
  if (isValue(value)) return true;
  const { sha256, length } = value as Partial<Digest>;
  return typeof sha256 === 'string' && Number.isInteger(length) && Object.keys(value as object).length === 2;
}
