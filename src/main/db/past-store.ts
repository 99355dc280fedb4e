import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Store } from './open.ts';
import { rollBack, type Watch } from './roll-back.ts';
import type { Database } from './schema.ts';
import { withPreparedOnce } from './statement-cache.ts';
import { pastFolderPrefix, storeFileName } from './store-files.ts';

/** Pages that SQLite copies between two breaths of the program. */
const pagesPerStep = 400;

type Watches = { copy: Watch; rollBack: Watch };

/**
 * The store as it was after change set `seq`, to be read only: a copy in a folder of its own beside the store, so that
 * it is as safe from others' eyes as the store is. Closing it removes it.
 * @throws AppError STORE_DAMAGED; whatever `watch` throws
 */
export async function openPast(present: Store, seq: number, watch: Watches): Promise<Store> {
  const folder = mkdtempSync(join(present.folder, pastFolderPrefix));
  const file = join(folder, storeFileName);
  let raw: Sqlite.Database | undefined;
  try {
    await present.raw.backup(file, {
      progress: ({ totalPages, remainingPages }) => {
        watch.copy(totalPages - remainingPages, totalPages);
        return pagesPerStep;
      },
    });
    raw = new Sqlite(file, { fileMustExist: true });
    raw.pragma('locking_mode = EXCLUSIVE');
    // Thrown away when anything goes wrong: nothing to protect.
    raw.pragma('journal_mode = OFF');
    raw.pragma('synchronous = OFF');
    await rollBack(raw, seq, watch.rollBack);
    // The door refuses whatever would write; this is the lock behind it.
    raw.pragma('query_only = ON');
    return asPastStore(raw, present, folder, file);
  } catch (error) {
    raw?.close();
    removeFolder(folder);
    throw error;
  }
}

function asPastStore(raw: Sqlite.Database, present: Store, folder: string, file: string): Store {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: withPreparedOnce(raw) }) });
  return {
    folder,
    file,
    id: present.id,
    db,
    raw,
    touched: () => undefined,
    close: async () => {
      await db.destroy();
      if (raw.open) raw.close();
      removeFolder(folder);
    },
  };
}

/** Those of a program that died while it showed one. Only who holds the store may call it. */
export function removePastCopies(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(pastFolderPrefix)) removeFolder(join(folder, name));
  }
}

/** What a virus scanner still holds goes at the next start. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Later.
  }
}
