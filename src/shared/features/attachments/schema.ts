import { z } from 'zod';
import { id, instant } from '../../fields.ts';
import { holderTables } from '../../record-lookup.ts';
import type { HolderTable } from '../../records.ts';
import { type AttachmentRole, attachmentRoles } from './records.ts';

/** By the table of the record that holds the file. */
export const ownerKinds = holderTables;
export type OwnerKind = HolderTable;

export { type AttachmentRole, attachmentRoles };

export const attachment = z.strictObject({
  id,
  ownerKind: z.enum(ownerKinds),
  ownerId: id,
  role: z.enum(attachmentRoles),
  /** A label with its extension: "Báo cáo tổng kết.pdf". Nothing is found by it. */
  name: z.string(),
  /** Told from the content, never from the name. */
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256: z.string(),
  addedAt: instant,
});
export type Attachment = z.infer<typeof attachment>;

/** A file that the clerk chose in the system's dialog; its path never reaches the page. */
export const chosenFile = z.strictObject({
  token: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
});
export type ChosenFile = z.infer<typeof chosenFile>;
