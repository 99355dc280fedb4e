import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { originFile } from './store-files.ts';

/** Where it was given: a folder that was copied elsewhere with everything in it is another installation. */
type Note = { id: string; folder: string; computer: string };

/**
 * The installation that changes the store of a data folder: kept beside the store, not in it, so that two PCs which began
 * from one backup differ.
 */
export function originOf(folder: string, newId: () => string): string {
  const file = join(folder, originFile);
  const here = { folder, computer: hostname() };
  const known = read(file);
  if (known && known.folder === here.folder && known.computer === here.computer) return known.id;
  const note: Note = { id: newId(), ...here };
  try {
    writeFileSync(file, JSON.stringify(note));
  } catch {
    // A full disk: until it can be written each start counts as another one, which is no fault.
  }
  return note.id;
}

function read(file: string): Note | null {
  try {
    const note: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof note !== 'object' || note === null) return null;
    const { id, folder, computer } = note as Partial<Note>;
    return id && folder && computer ? { id, folder, computer } : null;
  } catch {
    return null;
  }
}
