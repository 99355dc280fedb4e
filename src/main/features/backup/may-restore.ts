import Sqlite from 'better-sqlite3';
import { type Actor, everybody } from '#main/api/context.ts';
import type { Services } from '#main/api/services.ts';
import { newestChangeSet } from '#main/db/journal/newest-changes.ts';
import { readSeen } from '#main/db/seen.ts';
import { getOffice } from '#main/features/organisation/index.ts';
import { type Access, accessIn, givesMore } from '#main/features/users/index.ts';
import { writers } from '#shared/define.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import type { BackupManifest } from '#shared/features/backup/contract.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';

/** What would be replaced. Of a store that cannot be opened only what this PC remembers. */
export type Here = { storeId: string | null; hasRecords: boolean; officeName: string; access: Access[] };

export async function whatIsHere({ session }: Services, today: string): Promise<Here> {
  if (session.startup().state !== 'ready') {
    const seen = readSeen(session.folder);
    return { storeId: seen?.store ?? null, hasRecords: (seen?.seq ?? 0) > 0, officeName: '', access: [] };
  }
  const { id, db, raw } = session.present();
  return {
    storeId: id,
    hasRecords: (await newestChangeSet(db)) !== null,
    officeName: nameOn(await getOffice(db), today)?.name ?? '',
    access: accessIn(raw),
  };
}

/** Who may come in by that backup, or by that store. Whoever asks has it checked. */
export function accessOf(file: string): Access[] {
  const raw = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    return accessIn(raw);
  } finally {
    raw.close();
  }
}

export type Restoring = { here: Here; manifest: BackupManifest; access: readonly Access[] };

/** Whether the backup is of another office than the records that are here. */
export function isOfAnother({ here, manifest }: Pick<Restoring, 'here' | 'manifest'>): boolean {
  return here.hasRecords && here.storeId !== null && here.storeId !== manifest.storeId;
}

/** Whether a restore of it takes the administrator: nobody shall gain a role by it. */
export function isForAdministrator(restoring: Restoring, actor: Actor): boolean {
  const { here, access } = restoring;
  if (here.access.length === 0) return false;
  return isOfAnother(restoring) || givesMore(here.access, access, actor.id);
}

/**
 * @param otherOffice by which name the backup of another office was agreed to
 * @throws AppError FORBIDDEN restoreForAdministrator; RULE backupOfAnother
 */
export function requireMayRestore(
  restoring: Restoring,
  { presence }: Services,
  asked: { actor: Actor; otherOffice: string | undefined },
): void {
  // A store that could not be opened when this was begun, and can be now, knows who may.
  const actor = asked.actor === everybody ? presence.actor() : asked.actor;
  const may = isForAdministrator(restoring, actor)
    ? actor.roles.includes('admin')
    : writers.some((role) => actor.roles.includes(role));
  if (!may) throw new AppError('FORBIDDEN', { reason: 'restoreForAdministrator' });
  const { officeName } = restoring.manifest;
  if (isOfAnother(restoring) && asked.otherOffice !== officeName)
    throw ruleError('backupOfAnother', { office: officeName });
}
