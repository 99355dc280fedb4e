import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes the window reads before its first screen: the page, and every script and style it names. */
export function firstLoad(rendererDir: string): { bytes: number; gzipped: number } {
  const html = readFileSync(path.join(rendererDir, 'index.html'));
  const names = [...html.toString().matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/gu)].map(
    (match) => match[1] ?? '',
  );
  const files = [html, ...names.map((name) => readFileSync(path.join(rendererDir, name)))];
  return {
    bytes: files.reduce((sum, file) => sum + file.length, 0),
    gzipped: files.reduce((sum, file) => sum + gzipSync(file).length, 0),
  };
}
