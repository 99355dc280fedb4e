import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { keptCopies } from '#main/db/before-migration.ts';
import {
  beforeMigrationFolder,
  incomingPrefix,
  restorePlanFile,
  unfinishedEnd,
} from '#main/db/store-files.ts';
import type { Leftover } from '#shared/features/backup/contract.ts';
import { underWay } from './restore.ts';

/**
 * What was cut off on its way, and of the copies before a new version each that is the same as an earlier one, byte for
 * byte. Never what may be the only one of its kind: no store that was replaced, no copy that differs.
 */
export async function findLeftovers(folder: string): Promise<Leftover[]> {
  const found: Leftover[] = [];
  for (const fileName of [...(await cutOff(folder)), ...(await twins(folder))])
    found.push({ fileName, bytes: await sizeOf(join(folder, fileName)) });
  return found;
}

/** Looked for again: what became of some use since it was shown stays. */
export async function clearLeftovers(folder: string, fileNames: readonly string[]): Promise<void> {
  for (const { fileName } of await findLeftovers(folder)) {
    if (fileNames.includes(fileName)) await rm(join(folder, fileName), { force: true });
  }
}

async function cutOff(folder: string): Promise<string[]> {
  const copies = join(folder, beforeMigrationFolder);
  const unfinished = existsSync(copies) ? await readdir(copies) : [];
  const incoming = existsSync(join(folder, restorePlanFile)) ? [] : await readdir(folder);
  return [
    ...incoming.filter((name) => name.startsWith(incomingPrefix) && !underWay.has(name)),
    ...unfinished
      .filter((name) => name.endsWith(unfinishedEnd))
      .map((name) => join(beforeMigrationFolder, name)),
  ];
}

async function twins(folder: string): Promise<string[]> {
  const names = keptCopies(folder)
    .sort()
    .map((name) => join(beforeMigrationFolder, name));
  const bySize = new Map<number, string[]>();
  for (const name of names) {
    const size = await sizeOf(join(folder, name));
    bySize.set(size, [...(bySize.get(size) ?? []), name]);
  }
  const found: string[] = [];
  for (const alike of bySize.values()) {
    if (alike.length === 1) continue;
    const seen = new Set<string>();
    for (const name of alike) {
      const hash = await hashOf(join(folder, name));
      if (seen.has(hash)) found.push(name);
      seen.add(hash);
    }
  }
  return found;
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file)).size;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
