import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwritable } from '#main/db/whole-file.ts';
import { stemOf } from '#shared/features/attachments/rules.ts';

const prefix = 'so-nghi-quyet-xem-';
/** A copy that a dead program left behind; a running one may still show its own. */
const leftAfterMs = 24 * 3_600_000;

/** Folders of this program: each holds one copy. */
const made = new Set<string>();

/**
 * A copy to be looked at, in a folder of its own, that nobody can change. Its extension is that of the content, so
 * that the system picks a viewer by what the file is and not by what somebody called it.
 * @returns its path
 * @throws AppError DISK_FULL, FILE_UNWRITABLE
 */
export async function makeViewingCopy(name: string, extension: string, bytes: Uint8Array): Promise<string> {
  await removeLeftBehind();
  try {
    const folder = await mkdtemp(join(tmpdir(), prefix));
    made.add(folder);
    const file = join(folder, `${stemOf(name).slice(0, 60).trimEnd()}${extension}`);
    await writeFile(file, bytes, { flag: 'wx', mode: 0o400 });
    return file;
  } catch (error) {
    throw unwritable(error);
  }
}

/** When the program closes. What a viewer still holds on Windows goes with the next program's first copy. */
export async function removeViewingCopies(): Promise<void> {
  await Promise.all([...made].map(removeFolder));
}

async function removeLeftBehind(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names.filter((found) => found.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const at = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (!made.has(folder) && Date.now() - at > leftAfterMs) await removeFolder(folder);
  }
}

async function removeFolder(folder: string): Promise<void> {
  try {
    // Windows deletes no file that is read-only.
    for (const name of await readdir(folder)) await chmod(join(folder, name), 0o600);
    await rm(folder, { recursive: true, force: true });
    made.delete(folder);
  } catch {
    // A viewer has it open: later.
  }
}
