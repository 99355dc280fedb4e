import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { asImage, damaged, type Image, isObject, parseObject } from './image.ts';
import type { Hunk } from './text-difference.ts';

/**
 * What the journal keeps beside the short images of one change of one row.
 * - texts: the long texts that stand after it, each whole or as its difference from the one before.
 * - whole: the row as it stands after it, now and then, so that none is far from one.
 */
export type Kept = { texts: Record<string, string | readonly Hunk[]>; whole: Image | null };

/** The first byte: how the rest is written. */
const plain = 1;
const deflated = 2;
const sumBytes = 8;
/** Shorter ones do not get smaller by as much as deflating costs. */
const worthDeflating = 1_000;

/** What deflating a short text looks back over; asking for less memory is half of the time it takes. */
const short = 4_096;
const forShort = { windowBits: 12, memLevel: 5 };

/** First how it is written, then a checksum over what follows: each byte of it is vouched for, also those that say nothing. */
export function encodeKept({ texts, whole }: Kept): Buffer {
  const json = Buffer.from(JSON.stringify(whole ? [texts, whole] : [texts]));
  const small =
    json.length < worthDeflating ? json : deflateRawSync(json, json.length < short ? forShort : {});
  const form = small.length < json.length ? deflated : plain;
  const payload = form === deflated ? small : json;
  return Buffer.concat([Buffer.of(form), sumOf(payload), payload]);
}

/** @throws AppError STORE_DAMAGED */
export function decodeKept(bytes: Buffer): Kept {
  const payload = bytes.subarray(1 + sumBytes);
  if (!sumOf(payload).equals(bytes.subarray(1, 1 + sumBytes))) throw damaged();
  const [texts, whole, ...rest] = parseList(textOf(bytes[0], payload));
  if (!isObject(texts) || rest.length > 0) throw damaged();
  for (const text of Object.values(texts)) if (!isText(text)) throw damaged();
  return { texts: texts as Kept['texts'], whole: whole === undefined ? null : asImage(whole) };
}

function textOf(form: number | undefined, payload: Buffer): string {
  if (form === plain) return payload.toString();
  try {
    if (form === deflated) return inflateRawSync(payload).toString();
  } catch {
    // Told below.
  }
  throw damaged();
}

function parseList(text: string): unknown[] {
  const { list } = parseObject(`{"list":${text}}`) as { list: unknown };
  if (!Array.isArray(list)) throw damaged();
  return list;
}

function isText(text: unknown): text is string | readonly Hunk[] {
  return typeof text === 'string' || (Array.isArray(text) && text.every(isHunk));
}

function isHunk(hunk: unknown): hunk is Hunk {
  return (
    Array.isArray(hunk) &&
    hunk.length === 3 &&
    Number.isInteger(hunk[0]) &&
    typeof hunk[1] === 'string' &&
    typeof hunk[2] === 'string'
  );
}

function sumOf(bytes: Buffer): Buffer {
  return Buffer.from(hash('sha256', bytes, 'hex').slice(0, 2 * sumBytes), 'hex');
}
