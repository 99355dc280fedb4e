import type { Kysely, Transaction } from 'kysely';
import { readPreference, writePreference } from '#main/db/preferences.ts';
import type { Database } from '#main/db/schema.ts';
import type { BackupLogEntry } from '#shared/features/backup/contract.ts';

type Db = Kysely<Database>;

/** Newest first. */
export async function listBackups(db: Db, limit = 200): Promise<BackupLogEntry[]> {
  const rows = await db.selectFrom('backup_log').selectAll().orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    at: row.at,
    fileName: row.file_name,
    folder: row.folder,
    bytes: row.bytes,
    seq: row.seq,
  }));
}

export async function lastBackup(db: Db): Promise<BackupLogEntry | null> {
  return (await listBackups(db, 1))[0] ?? null;
}

export async function logBackup(db: Transaction<Database>, entry: BackupLogEntry): Promise<void> {
  await db
    .insertInto('backup_log')
    .values({
      at: entry.at,
      file_name: entry.fileName,
      folder: entry.folder,
      bytes: entry.bytes,
      seq: entry.seq,
    })
    .execute();
}

const folderKey = 'backup_folder';

export function rememberFolder(db: Transaction<Database>, folder: string): Promise<void> {
  return writePreference(db, folderKey, folder);
}

export function rememberedFolder(db: Db): Promise<string | null> {
  return readPreference(db, folderKey);
}
