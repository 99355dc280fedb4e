import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { copyStore, type StoreCopy } from '#main/db/copy-store.ts';
import type { Store } from '#main/db/open.ts';
import type { Database } from '#main/db/schema.ts';
import { withPreparedOnce } from '#main/db/statement-cache.ts';
import { pastFolderPrefix } from '#main/db/store-files.ts';
import { rollBack, type Watch } from './roll-back.ts';

type Watches = { copy: Watch; rollBack: Watch };

/**
 * The store as it was after change set `seq`, to be read only: a copy that is rolled back. Closing it removes it.
 * @throws AppError STORE_DAMAGED; whatever `watch` throws
 */
export async function openPast(present: Store, seq: number, watch: Watches): Promise<Store> {
  const copy = await copyStore(present, pastFolderPrefix, watch.copy);
  let raw: Sqlite.Database | undefined;
  try {
    raw = new Sqlite(copy.file, { fileMustExist: true });
    raw.pragma('locking_mode = EXCLUSIVE');
    // Thrown away when anything goes wrong: nothing to protect.
    raw.pragma('journal_mode = OFF');
    raw.pragma('synchronous = OFF');
    await rollBack(raw, seq, watch.rollBack);
    // The door refuses whatever would write; this is the lock behind it.
    raw.pragma('query_only = ON');
    return asPastStore(raw, present, copy);
  } catch (error) {
    raw?.close();
    await copy.remove();
    throw error;
  }
}

function asPastStore(raw: Sqlite.Database, present: Store, { folder, file, remove }: StoreCopy): Store {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: withPreparedOnce(raw) }) });
  return {
    folder,
    file,
    id: present.id,
    origin: present.origin,
    db,
    raw,
    touched: () => undefined,
    failed: () => undefined,
    close: async () => {
      await db.destroy();
      if (raw.open) raw.close();
      await remove();
    },
  };
}
