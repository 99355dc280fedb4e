import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tempFolder } from './test-app.ts';

/** Small contents of a kind, told apart by `mark`. */
export const contents = {
  pdf: (mark = '1') => Buffer.from(`%PDF-1.7\n% ${mark}\n%%EOF\n`),
  png: () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40, 7)]),
  jpeg: () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(40, 7)]),
  zip: () => Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(40, 7)]),
};

/** Writes a file into a folder of the test's own. @returns its path */
export function writeTempFile(name: string, bytes: Buffer): string {
  const file = join(tempFolder(), name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}
