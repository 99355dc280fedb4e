import { basename, dirname } from 'node:path';
import type { FeatureHandlers } from '#main/api/context.ts';
import { isOnSameDisk } from '#main/db/room.ts';
import { troubleOf } from '#main/db/trouble.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { createBackup } from './create.ts';
import { clearLeftovers, findLeftovers } from './leftovers.ts';
import { accessOf, isForAdministrator, isOfAnother, whatIsHere } from './may-restore.ts';
import { isWithin, refuseGone } from './place.ts';
import { listBackups, logBackup, rememberedPlace } from './repository.ts';
import { restoreBackup } from './restore.ts';

/** Files that the clerk chose, by the token the page knows them by. Only the newest few can be meant. */
const chosen = new Map<string, string>();
const remembered = 10;

export const backupHandlers: FeatureHandlers<'backup'> = {
  list: ({ db }) => listBackups(db),

  create: async (ctx, { again }) => {
    const { host, session } = ctx.services;
    const known = again ? await rememberedPlace(ctx.store().db) : null;
    if (known) refuseGone(known, session.folder);
    const folder = known?.folder ?? (await host.chooseFolder('backup'));
    if (folder === null) return null;
    if (isWithin(folder, session.folder)) throw ruleError('backupInDataFolder');
    const backup = await createBackup(ctx, folder);
    const place = { folder, isOnSameDisk: isOnSameDisk(folder, session.folder) };
    // The backup stands, also where the disk of the data has no room for its entry.
    await ctx
      .local((db) => logBackup(db, backup, place))
      .catch((error: unknown) => {
        if (!troubleOf(error)) throw error;
      });
    return { ...backup, ...place };
  },

  inspect: async (ctx) => {
    const file = await ctx.services.host.chooseBackupFile();
    if (file === null) return null;
    ctx.progress('readFile', 0, 0);
    const { checker, schemaVersion: newestVersion } = ctx.services;
    const { fileName, bytes, sha256, manifest } = await checker.inspect({ file, newestVersion }, ctx);
    const token = ctx.newId();
    chosen.set(token, file);
    for (const old of [...chosen.keys()].slice(0, -remembered)) chosen.delete(old);
    const here = await whatIsHere(ctx.services, ctx.today());
    const restoring = { here, manifest, access: accessOf(file) };
    return {
      fileName,
      bytes,
      sha256,
      manifest,
      token,
      folder: basename(dirname(file)),
      isOfAnother: isOfAnother(restoring),
      officeHere: here.officeName,
      mayRestore: !isForAdministrator(restoring, ctx.actor) || ctx.actor.roles.includes('admin'),
    };
  },

  restore: async (ctx, { token, otherOffice }) => {
    const file = chosen.get(token);
    if (!file) throw new AppError('NOT_FOUND');
    return restoreBackup(ctx, file, otherOffice);
  },

  leftovers: ({ services }) => findLeftovers(services.session.folder),

  clearLeftovers: async ({ services }, { fileNames }) => {
    await clearLeftovers(services.session.folder, fileNames);
    return {};
  },
};
