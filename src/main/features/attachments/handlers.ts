import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { FeatureHandlers } from '#main/api/context.ts';
import { needRoom } from '#main/db/room.ts';
import type { Database } from '#main/db/schema.ts';
import { writeWhole } from '#main/db/whole-file.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { renamed, runsByName, viewExtension } from '#shared/features/attachments/rules.ts';
import type { Attachment } from '#shared/features/attachments/schema.ts';
import { chosenFile, readChosen, rememberFiles } from './chosen-files.ts';
import { intactContent } from './content.ts';
import {
  deleteAttachment,
  findAttachment,
  hasContent,
  insertAttachment,
  insertContent,
  listAttachments,
  ownerExists,
  reorderAttachments,
  updateAttachment,
} from './repository.ts';
import { makeViewingCopy } from './viewing-copy.ts';

type Db = Kysely<Database>;

export const attachmentsHandlers: FeatureHandlers<'attachments'> = {
  list: ({ db }, owner) => listAttachments(db, owner),

  choose: async (ctx) => rememberFiles(ctx, (await ctx.services.host.chooseFiles()) ?? []),

  attach: async ({ db, newId, now, store: { folder } }, { ownerKind, ownerId, role, tokens }) => {
    if (!(await ownerExists(db, { ownerKind, ownerId }))) throw new AppError('NOT_FOUND');
    const files = tokens.map(chosenFile);
    // First into the log, then into the file.
    needRoom(folder, 2 * files.reduce((sum, { size }) => sum + size, 0));
    const ids: string[] = [];
    for (const file of files) {
      const { name, mediaType, size, sha256 } = file;
      // What the store has already is not read a second time; what it has not is in memory one file at a time.
      if (!(await hasContent(db, sha256))) await insertContent(db, sha256, await readChosen(file));
      const id = newId();
      await insertAttachment(db, {
        id,
        ownerKind,
        ownerId,
        role,
        name,
        mediaType,
        size,
        sha256,
        addedAt: now(),
      });
      ids.push(id);
    }
    return { ids };
  },

  rename: async ({ db }, { id, name: typed }) => {
    const name = renamed((await requireAttachment(db, id)).name, typed);
    if (runsByName(name)) throw ruleError('attachmentRuns', { name });
    await updateAttachment(db, id, { name });
    return { name };
  },

  setRole: async ({ db }, { id, role }) => {
    if (!(await updateAttachment(db, id, { role }))) throw new AppError('NOT_FOUND');
    return {};
  },

  remove: async ({ db }, { id }) => {
    if (!(await deleteAttachment(db, id))) throw new AppError('NOT_FOUND');
    return {};
  },

  order: async ({ db }, { ids, ...owner }) => {
    if (!(await reorderAttachments(db, owner, ids))) throw new AppError('CONFLICT');
    return {};
  },

  saveAs: async (ctx, { id }) => {
    const { db } = ctx.store();
    const attachment = await requireAttachment(db, id);
    const target = await ctx.services.host.chooseSaveTarget(attachment.name);
    if (target === null) return null;
    ctx.progress('write', 0, 0);
    await writeWhole(target, await intactContent(db, attachment));
    return { fileName: basename(target) };
  },

  open: async (ctx, { id }) => {
    const { db } = ctx.store();
    const attachment = await requireAttachment(db, id);
    const extension = viewExtension(attachment.mediaType);
    if (extension === null) throw ruleError('attachmentNotViewed', { name: attachment.name });
    ctx.progress('readFile', 0, 0);
    const copy = await makeViewingCopy(attachment.name, extension, await intactContent(db, attachment));
    await ctx.services.host.openFile(copy);
    return { fileName: basename(copy) };
  },
};

async function requireAttachment(db: Db, id: string): Promise<Attachment> {
  const found = await findAttachment(db, id);
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}
