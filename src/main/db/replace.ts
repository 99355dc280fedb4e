import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { removeQuietly, renamePatiently, syncFolder, writeDurably } from './durable-file.ts';
import { readNote } from './note.ts';
import { replacedFolderPrefix, restorePlanFile, savedFile, seenFile, sidecarEnds } from './store-files.ts';

/*
 * Putting a restored store in the place of the old one, so that a crash at any step leaves a folder that the next
 * start can finish. The plan is written first; every step can be repeated.
 */
const planNote = z.object({ store: z.string(), incoming: z.string(), keep: z.string() });
type Plan = z.infer<typeof planNote>;

/** @returns the folder that keeps what was replaced */
export function replaceStore(folder: string, storeName: string, incoming: string, stamp: string): string {
  const plan: Plan = {
    store: storeName,
    incoming: basename(incoming),
    keep: freeName(folder, `${replacedFolderPrefix}${stamp}`),
  };
  writeDurably(join(folder, restorePlanFile), JSON.stringify(plan));
  finishRestore(folder);
  return join(folder, plan.keep);
}

/** A clock that was set back, or a second restore at once, must not write over what the first one kept. */
function freeName(folder: string, name: string): string {
  for (let copy = 1; ; copy += 1) {
    const free = copy === 1 ? name : `${name}-${copy}`;
    if (!existsSync(join(folder, free))) return free;
  }
}

/** Goes on with a restore that was cut off. Nothing happens when there is none. */
export function finishRestore(folder: string): void {
  const planned = join(folder, restorePlanFile);
  if (!existsSync(planned)) return;
  const plan = readNote(planned, planNote);
  // Which of the files is the store, nothing else says.
  if (!plan) throw new AppError('STORE_DAMAGED');
  const live = join(folder, plan.store);
  const incoming = join(folder, plan.incoming);
  const keep = join(folder, plan.keep);
  // Until the new file has moved in, what stands at the live name is the old one and goes, with its log, to `keep`:
  // a log left behind would be replayed into the restored file and ruin it.
  if (existsSync(incoming)) {
    mkdirSync(keep, { recursive: true });
    const marks = [seenFile, savedFile].map((name) => join(folder, name));
    const parts = [live, ...sidecarEnds.map((end) => live + end), ...marks];
    for (const from of parts) {
      if (existsSync(from)) renamePatiently(from, join(keep, basename(from)));
    }
    syncFolder(keep);
    renamePatiently(incoming, live);
    syncFolder(folder);
  }
  removeQuietly(planned);
  syncFolder(folder);
}
