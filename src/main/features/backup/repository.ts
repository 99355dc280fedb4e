import type { Kysely, Transaction } from 'kysely';
import { readPreference, writePreference } from '#main/db/preferences.ts';
import type { Database } from '#main/db/schema.ts';
import type { BackupFile, BackupLogEntry } from '#shared/features/backup/contract.ts';
import type { Place } from './place.ts';

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

const folderKey = 'backup_folder';
/** Whether that lay on the disk of the data then: 'same' or 'other'. */
const diskKey = 'backup_disk';

/** That the file was written, and its folder as that of the next one. */
export async function logBackup(
  db: Transaction<Database>,
  { fileName, bytes, manifest }: BackupFile,
  { folder, isOnSameDisk }: Place,
): Promise<void> {
  await db
    .insertInto('backup_log')
    .values({ at: manifest.createdAt, file_name: fileName, folder, bytes, seq: manifest.seq })
    .execute();
  await writePreference(db, folderKey, folder);
  await writePreference(db, diskKey, isOnSameDisk ? 'same' : 'other');
}

export async function rememberedPlace(db: Db): Promise<Place | null> {
  const folder = await readPreference(db, folderKey);
  return folder === null ? null : { folder, isOnSameDisk: (await readPreference(db, diskKey)) !== 'other' };
}
