import { z } from 'zod';
import { defineRecord, field } from '../../record.ts';

/** What a file is to its owner: a paper handed out, the signed and sealed scan, a photo. */
export const attachmentRoles = ['paper', 'scan', 'photo', 'other'] as const;
export type AttachmentRole = (typeof attachmentRoles)[number];

export const attachmentRecord = defineRecord({
  table: 'attachment',
  fields: {
    ownerKind: field.machine({ column: 'owner_kind' }),
    ownerId: field.machine({ column: 'owner_id', schema: z.string() }),
    role: field.value({
      column: 'role',
      label: 'journal.field.attachment.role',
      words: 'journal.value.role',
      schema: z.enum(attachmentRoles),
    }),
    name: field.line({ column: 'name', label: 'journal.field.attachment.name', tellsWhich: true }),
    mediaType: field.machine({ column: 'media_type', schema: z.string() }),
    size: field.machine({ column: 'size', schema: z.int() }),
    sha256: field.link({ column: 'sha256', to: 'attachment_content', gone: 'free' }),
    listOrder: field.machine({ column: 'list_order', schema: z.int() }),
    addedAt: field.machine({ column: 'added_at', schema: z.string() }),
  },
  name: (row) => String(row.name),
  found: {
    kind: 'attachment',
    title: (row) => String(row.name),
    date: (row) => String(row.added_at).slice(0, 10),
  },
  heldBy: { kind: 'owner_kind', id: 'owner_id' },
});
