import type { Readable } from 'node:stream';

const mostKept = 8_000;

/** The end of what a process said on its way out, for the log: a panic says there where it was. */
export function lastWordsOf(stream: Readable | null): () => string {
  let words = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-mostKept);
  });
  return () => words.trim();
}
