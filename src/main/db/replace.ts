import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { removeQuietly, renamePatiently, syncFolder, writeDurably } from './durable-file.ts';
import { readNote } from './note.ts';
import {
  replacedFolderPrefix,
  restorePlanFile,
  savedFile,
  seenFile,
  sidecarEnds,
  storeFileName,
} from './store-files.ts';

/*
 * Putting a restored store in the place of the old one, so that a crash at any step leaves a folder that the next
 * start can finish. The plan is written first; every step can be repeated. Of the old store its file goes first and
 * comes back last: where that lies says how far it came.
 */
const planNote = z.object({
  store: z.string(),
  incoming: z.string(),
  keep: z.string(),
  /** Whether there was a store to be replaced. Plans of before do not say. */
  hadStore: z.boolean().default(true),
  /** The new one could not be opened: the old one comes back. */
  takesBack: z.boolean().default(false),
});
type Plan = z.infer<typeof planNote>;

/** @returns the folder that keeps what was replaced */
export function replaceStore(folder: string, storeName: string, incoming: string, stamp: string): string {
  const plan: Plan = {
    store: storeName,
    incoming: basename(incoming),
    keep: freeName(folder, `${replacedFolderPrefix}${stamp}`),
    hadStore: existsSync(join(folder, storeName)),
    takesBack: false,
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

/**
 * Goes on with a restore that was cut off; where the file that was to come is gone, the old store is the store again.
 * @returns null when there was none
 * @throws AppError STORE_DAMAGED when nothing says which of the files is the store
 */
export function finishRestore(folder: string): 'done' | 'takenBack' | null {
  const planned = join(folder, restorePlanFile);
  if (!existsSync(planned)) return null;
  const plan = readNote(planned, planNote);
  if (!plan) throw new AppError('STORE_DAMAGED', { reason: 'restorePlan' });
  if (plan.takesBack) {
    finishTakingBack(folder, plan);
    return 'takenBack';
  }
  const has = (...names: string[]) => existsSync(join(folder, ...names));
  const isToCome = has(plan.incoming);
  const isKept = has(plan.keep, plan.store);
  const isThere = has(plan.store);
  if (isToCome && isThere && isKept) throw new AppError('STORE_DAMAGED', { reason: 'restorePlan' });
  if (!isToCome && !isThere && !isKept) throw new AppError('STORE_DAMAGED', { reason: 'restoreLost' });
  if (isToCome) moveIn(folder, plan);
  const stands = isToCome || (isThere && (isKept || !plan.hadStore));
  if (stands) keepMarks(folder, plan);
  else if (isKept) moveBack(folder, plan.keep, plan.store);
  removeQuietly(planned);
  syncFolder(folder);
  return stands ? 'done' : 'takenBack';
}

/**
 * Until the new file has moved in, what stands at the live name is the old one and goes, with its log, to `keep`: a log
 * left behind would be replayed into the restored file and ruin it.
 */
function moveIn(folder: string, { store, incoming, keep }: Plan): void {
  mkdirSync(join(folder, keep), { recursive: true });
  for (const name of withLog(store)) moveIfThere(join(folder, name), join(folder, keep, name));
  syncFolder(join(folder, keep));
  renamePatiently(join(folder, incoming), join(folder, store));
  syncFolder(folder);
}

/** Only once the new one stands: until then they are what forbids to make an empty store. */
function keepMarks(folder: string, { keep }: Plan): void {
  mkdirSync(join(folder, keep), { recursive: true });
  for (const name of marks) moveIfThere(join(folder, name), join(folder, keep, name));
  syncFolder(join(folder, keep));
}

function moveBack(folder: string, keep: string, store: string): void {
  for (const name of [...marks, ...withLog(store).reverse()]) {
    if (!existsSync(join(folder, name))) moveIfThere(join(folder, keep, name), join(folder, name));
  }
  syncFolder(folder);
}

const marks = [seenFile, savedFile];

function withLog(store: string): string[] {
  return [store, ...sidecarEnds.map((end) => store + end)];
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renamePatiently(from, to);
}

/**
 * What moved in cannot be opened: the old store comes back, and the other one stands beside it again, as a file that is of no
 * use. As with `replaceStore`, the next start goes on with it.
 * @param keep the folder that keeps what was replaced
 * @returns whether there was one
 */
export function takeBack(folder: string, keep: string, incoming: string): boolean {
  if (!existsSync(join(keep, storeFileName))) return false;
  const names = { store: storeFileName, incoming: basename(incoming), keep: basename(keep) };
  const plan: Plan = { ...names, hadStore: true, takesBack: true };
  writeDurably(join(folder, restorePlanFile), JSON.stringify(plan));
  finishRestore(folder);
  return true;
}

/**
 * While the old file is still kept, what stands at its place is the one that could not be opened. It goes with its own log;
 * a log that is there without it is the old one's, on its way back.
 */
function finishTakingBack(folder: string, { store, incoming, keep }: Plan): void {
  if (existsSync(join(folder, keep, store))) {
    if (existsSync(join(folder, store))) {
      for (const end of sidecarEnds) removeQuietly(join(folder, store + end));
      moveIfThere(join(folder, store), join(folder, incoming));
      syncFolder(folder);
    }
    moveBack(folder, keep, store);
  }
  removeQuietly(join(folder, restorePlanFile));
  syncFolder(folder);
}

/** A store that was replaced and nothing in its place: a restore of which even the plan is gone. */
export function refuseOnlyKept(folder: string): void {
  if (newestKept(folder) !== undefined) throw new AppError('STORE_DAMAGED', { reason: 'restoreLost' });
}

function newestKept(folder: string): string | undefined {
  const kept = readdirSync(folder).filter(
    (name) => name.startsWith(replacedFolderPrefix) && existsSync(join(folder, name, storeFileName)),
  );
  return kept.sort().at(-1);
}

/**
 * The way out where nobody knows any more what a cut-off restore has done: what stands at its place is the store, and
 * where nothing stands, what was replaced last. Nothing is written over.
 * @throws AppError STORE_DAMAGED when there is neither
 */
export function giveUpRestore(folder: string): void {
  if (!existsSync(join(folder, storeFileName))) {
    const kept = newestKept(folder);
    if (kept === undefined) throw new AppError('STORE_DAMAGED', { reason: 'restoreLost' });
    moveBack(folder, kept, storeFileName);
  }
  removeQuietly(join(folder, restorePlanFile));
  syncFolder(folder);
}
