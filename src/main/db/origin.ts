import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readNote } from './note.ts';
import { originFile } from './store-files.ts';

/** Where it was given: a folder that was copied elsewhere with everything in it is another installation. */
const note = z.object({ id: z.string().min(1), folder: z.string(), computer: z.string() });

/**
 * The installation that changes the store of a data folder: kept beside the store, not in it, so that two PCs which began
 * from one backup differ.
 */
export function originOf(folder: string, newId: () => string): string {
  const file = join(folder, originFile);
  const here = { folder, computer: hostname() };
  const known = readNote(file, note);
  if (known && known.folder === here.folder && known.computer === here.computer) return known.id;
  const given: z.infer<typeof note> = { id: newId(), ...here };
  try {
    writeFileSync(file, JSON.stringify(given));
  } catch {
    // A full disk: until it can be written each start counts as another one, which is no fault.
  }
  return given.id;
}
