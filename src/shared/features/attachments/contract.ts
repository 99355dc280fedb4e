import { z } from 'zod';
import { command, everyRole, query, task } from '../../define.ts';
import { byId, id, nothing, requiredLine } from '../../fields.ts';
import { longestName, mostFiles } from './rules.ts';
import { attachment, attachmentRoles, chosenFile, ownerKinds } from './schema.ts';

const owner = z.strictObject({ ownerKind: z.enum(ownerKinds), ownerId: id });
const role = z.enum(attachmentRoles);
const fileName = z.strictObject({ fileName: z.string() });

export const attachmentsContract = {
  /** In the order the clerk gave them. */
  list: query(owner, z.array(attachment)),
  /** Asks for files and reads them once: size, kind, hash. All of them or none; empty when called off. */
  choose: task(nothing, z.array(chosenFile)),
  /** Takes chosen files in behind those that are there. */
  attach: command(
    owner.extend({ role, tokens: z.array(z.uuid()).min(1).max(mostFiles) }),
    z.strictObject({ ids: z.array(id) }),
  ),
  /** The extension stays: it belongs to the content. */
  rename: command(
    z.strictObject({ id, name: requiredLine(longestName) }),
    z.strictObject({ name: z.string() }),
  ),
  setRole: command(z.strictObject({ id, role }), nothing),
  remove: command(byId, nothing),
  /** Some or all attachments of one owner in their new order; those named share the places they had. */
  order: command(owner.extend({ ids: z.array(id).min(1).max(1_000) }), nothing),
  /** Asks where to, and writes the bytes; null when called off. */
  saveAs: task(byId, fileName.nullable(), { allow: everyRole, onlyReads: true }),
  /** Shows a PDF or an image in the system's own viewer, as a copy that cannot be changed. */
  open: task(byId, fileName, { allow: everyRole, onlyReads: true }),
};
