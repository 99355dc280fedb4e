import { z } from 'zod';
import { storedAs } from '../stored.ts';
import { bodySchema } from './body.ts';

/**
 * Texts as they are stored. Opinions are pinned to a block, a paragraph in it and its letters: a later form of texts may
 * name and say things otherwise, but it has the same blocks, paragraphs and letters in the same order.
 */
export const storedBody = storedAs(bodySchema, placesOf);

/**
 * The blocks of a text, each to be looked at by whoever reads it; null for what is no text. One that is damaged is one
 * block that nobody can read.
 */
export function blocksOf(stored: string): unknown[] | null {
  if (!stored.startsWith('{"type":"doc"')) return null;
  try {
    const { success, data } = loose.safeParse(JSON.parse(stored));
    return success ? data.content : [stored];
  } catch {
    return [stored];
  }
}

const loose = z.object({ content: z.array(z.unknown()) });

/** The letters of a text and how they lie within each other, whatever the form; what is no text counts as one letter. */
export function placesOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('content' in node && Array.isArray(node.content) && node.content.length > 0)
    return `${opens}${node.content.map(placesOf).join('')}${closes}`;
  return 'text' in node ? String(node.text) : objectSign;
}

// No text holds control characters.
const opens = '\u0001';
const closes = '\u0002';
const objectSign = '\ufffc';
