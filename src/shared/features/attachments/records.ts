import { defineRecord, field } from '../../record.ts';

export const attachmentRecord = defineRecord({
  table: 'attachment',
  fields: {
    ownerKind: field.machine({ column: 'owner_kind' }),
    ownerId: field.machine({ column: 'owner_id' }),
    role: field.value({
      column: 'role',
      label: 'journal.field.attachment.role',
      words: 'journal.value.role',
    }),
    name: field.line({ column: 'name', label: 'journal.field.attachment.name', tellsWhich: true }),
    mediaType: field.machine({ column: 'media_type' }),
    size: field.machine({ column: 'size' }),
    sha256: field.link({ column: 'sha256', to: 'attachment_content', gone: 'free' }),
    listOrder: field.machine({ column: 'list_order' }),
    addedAt: field.machine({ column: 'added_at' }),
  },
  name: (row) => String(row.name),
  found: {
    kind: 'attachment',
    title: (row) => String(row.name),
    date: (row) => String(row.added_at).slice(0, 10),
  },
  heldBy: { kind: 'owner_kind', id: 'owner_id' },
});
