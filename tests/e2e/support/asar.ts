import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

type Entry =
  | { files: Record<string, Entry> }
  | { size: number; offset: string }
  | { size: number; unpacked: true };

/**
 * Packs folders and files of `from` into an archive as Electron reads it: a header of JSON, then the bytes. What `isUnpacked`
 * names lies beside it, in a folder of its own.
 */
export function packAsar(
  from: string,
  names: readonly string[],
  archive: string,
  isUnpacked: (name: string) => boolean,
): void {
  const packed: string[] = [];
  let offset = 0;

  function entryOf(name: string): Entry {
    const file = path.join(from, name);
    const found = statSync(file);
    if (found.isDirectory()) {
      const inside = readdirSync(file).map((one) => [one, entryOf(`${name}/${one}`)] as const);
      return { files: Object.fromEntries(inside) };
    }
    if (isUnpacked(name)) {
      const beside = path.join(`${archive}.unpacked`, name);
      mkdirSync(path.dirname(beside), { recursive: true });
      copyFileSync(file, beside);
      return { size: found.size, unpacked: true };
    }
    packed.push(file);
    const at = offset;
    offset += found.size;
    return { size: found.size, offset: String(at) };
  }

  const files: Record<string, Entry> = {};
  for (const name of names) {
    const steps = name.split('/');
    const last = steps.pop() ?? '';
    let folder = files;
    for (const step of steps) {
      const below = folder[step] ?? { files: {} };
      folder[step] = below;
      if ('files' in below) folder = below.files;
    }
    folder[last] = entryOf(name);
  }
  const target = openSync(archive, 'w');
  writeSync(target, headerOf(JSON.stringify({ files })));
  for (const file of packed) writeSync(target, readFileSync(file));
  closeSync(target);
}

/** Two records in Chromium's "pickle" form: the size of the second one, and that one with the text. */
function headerOf(json: string): Buffer {
  const text = Buffer.from(json);
  const padded = Math.ceil(text.length / 4) * 4;
  const header = Buffer.alloc(16 + padded);
  for (const [place, value] of [4, 8 + padded, 4 + padded, text.length].entries())
    header.writeUInt32LE(value, place * 4);
  text.copy(header, 16);
  return header;
}
