import { z } from 'zod';
import { query, task } from '../../define.ts';
import { instant, nothing } from '../../fields.ts';

/** What a backup says of itself, all of it checked again when it is read. */
export const backupManifest = z.strictObject({
  storeId: z.string(),
  officeName: z.string(),
  createdAt: instant,
  appVersion: z.string(),
  schemaVersion: z.int(),
  /** Number of the newest change set and its hash. */
  seq: z.int(),
  head: z.string(),
  counts: z.record(z.string(), z.int()),
});
export type BackupManifest = z.infer<typeof backupManifest>;

export const backupFile = z.strictObject({
  fileName: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  manifest: backupManifest,
});
export type BackupFile = z.infer<typeof backupFile>;

export const backupLogEntry = z.strictObject({
  at: instant,
  fileName: z.string(),
  folder: z.string(),
  bytes: z.int(),
  seq: z.int(),
});
export type BackupLogEntry = z.infer<typeof backupLogEntry>;

/** What is of no use any more: of a copy that was cut off, or the same once more. */
export const leftover = z.strictObject({ fileName: z.string(), bytes: z.int() });
export type Leftover = z.infer<typeof leftover>;

/** A file or folder that the clerk chose in the system's dialog; paths never come from the page. */
const token = z.uuid();

/** How the backup stands to what would be replaced. */
const standing = {
  /** It is of another office than the records that are here. */
  isOfAnother: z.boolean(),
  /** The office that is here; empty when the store cannot be opened. */
  officeHere: z.string(),
  /** Whether the one at the PC may restore it. */
  mayRestore: z.boolean(),
};

export const backupContract = {
  /** Newest first: backups that this PC wrote and read back. */
  list: query(nothing, z.array(backupLogEntry)),
  /** Asks for the folder (or uses the last one when `again`), writes, re-opens and verifies; null when called off. */
  create: task(
    z.strictObject({ again: z.boolean().default(false) }),
    backupFile.extend({ folder: z.string(), isOnSameDisk: z.boolean() }).nullable(),
  ),
  /** Asks for a file and verifies it; null when called off. */
  inspect: task(nothing, backupFile.extend({ token, folder: z.string(), ...standing }).nullable(), {
    storeless: true,
  }),
  /**
   * Puts the inspected backup in the place of the store; what was there is kept in a folder of its own. Nobody gains a role by
   * it: what gives more than the present store is for the administrator. Of another office only when `otherOffice` says its
   * name, as the manifest has it.
   */
  restore: task(
    z.strictObject({ token, otherOffice: z.string().max(1000).optional() }),
    z.strictObject({ manifest: backupManifest, keptAs: z.string().nullable() }),
    { storeless: true },
  ),
  /** What restores and new versions that were cut off have left in the data folder. */
  leftovers: query(nothing, z.array(leftover), { joins: false }),
  /** Removes what was shown of it, and nothing else. */
  clearLeftovers: task(z.strictObject({ fileNames: z.array(z.string().max(300)).max(1000) }), nothing),
};
