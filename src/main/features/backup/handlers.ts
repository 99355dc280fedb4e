import { basename, dirname } from 'node:path';
import type { FeatureHandlers } from '#main/api/context.ts';
import { AppError } from '#shared/errors.ts';
import { createBackup } from './create.ts';
import { clearLeftovers, findLeftovers } from './leftovers.ts';
import { accessOf, isForAdministrator, isOfAnother, whatIsHere } from './may-restore.ts';
import { listBackups, logBackup, rememberedFolder } from './repository.ts';
import { restoreBackup } from './restore.ts';

/** Files that the clerk chose, by the token the page knows them by. Only the newest few can be meant. */
const chosen = new Map<string, string>();
const remembered = 10;

export const backupHandlers: FeatureHandlers<'backup'> = {
  list: ({ db }) => listBackups(db),

  create: async (ctx, { again }) => {
    const known = again ? await rememberedFolder(ctx.store().db) : null;
    const folder = known ?? (await ctx.services.host.chooseFolder('backup'));
    if (folder === null) return null;
    const backup = await createBackup(ctx, folder);
    await ctx.local((db) => logBackup(db, backup, folder));
    return { ...backup, folder };
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
