import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as SqliteHandle } from 'better-sqlite3';
import { sizeOf } from './copy-store.ts';
import { renamePatiently, syncFile, syncFolder } from './durable-file.ts';
import { needRoom } from './room.ts';
import { isSameFile } from './same-file.ts';
import { beforeMigrationFolder, unfinishedEnd } from './store-files.ts';

/**
 * A migration is never the only copy: the store as it was lies beside it. One that fails is tried again at each start,
 * and what it begins with is kept once.
 */
export function keepBeforeMigration(
  raw: SqliteHandle,
  folder: string,
  { newest, now }: { newest: number; now: string },
): void {
  const version = raw.pragma('user_version', { simple: true }) as number;
  if (version === 0 || version === newest) return;
  // Once beside it, and once in the log while it is brought up to date.
  needRoom(folder, 2 * sizeOf(raw));
  const copies = join(folder, beforeMigrationFolder);
  mkdirSync(copies, { recursive: true });
  const unfinished = join(copies, `v${version}${unfinishedEnd}`);
  rmSync(unfinished, { force: true });
  raw.prepare('VACUUM INTO ?').run(unfinished);
  if (keptCopies(folder).some((name) => isSameFile(unfinished, join(copies, name)))) {
    rmSync(unfinished, { force: true });
    return;
  }
  // SQLite does not flush what it writes so.
  syncFile(unfinished);
  renamePatiently(unfinished, freeName(copies, `v${version}-${now.replace(/[:.]/gu, '-')}`));
  syncFolder(copies);
}

/** The names of all that are whole. */
export function keptCopies(folder: string): string[] {
  const copies = join(folder, beforeMigrationFolder);
  if (!existsSync(copies)) return [];
  return readdirSync(copies).filter((name) => name.endsWith('.sqlite'));
}

function freeName(folder: string, name: string): string {
  for (let copy = 1; ; copy += 1) {
    const free = join(folder, copy === 1 ? `${name}.sqlite` : `${name}-${copy}.sqlite`);
    if (!existsSync(free)) return free;
  }
}
