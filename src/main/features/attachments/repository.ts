import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AttachmentTable, Database } from '#main/db/schema.ts';
import { attachmentRecord } from '#shared/features/attachments/records.ts';
import {
  type Attachment,
  type AttachmentRole,
  type OwnerKind,
  ownerKinds,
} from '#shared/features/attachments/schema.ts';
import { readFields } from '#shared/record.ts';
import { damaged } from '#shared/stored.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;
type Row = Selectable<AttachmentTable>;

export type Owner = { ownerKind: OwnerKind; ownerId: string };

export async function ownerExists(db: Db, { ownerKind, ownerId }: Owner): Promise<boolean> {
  const row = await db.selectFrom(ownerKind).select('id').where('id', '=', ownerId).executeTakeFirst();
  return row !== undefined;
}

export async function listAttachments(db: Db, owner: Owner): Promise<Attachment[]> {
  return (await ownedBy(db, owner).execute()).map(toAttachment);
}

export async function findAttachment(db: Db, id: string): Promise<Attachment | null> {
  const row = await db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toAttachment(row) : null;
}

/** Behind the last one of the owner. */
export async function insertAttachment(db: Trx, attachment: Attachment): Promise<void> {
  const last = await db
    .selectFrom('attachment')
    .select((select) => select.fn.max('list_order').as('order'))
    .where('owner_kind', '=', attachment.ownerKind)
    .where('owner_id', '=', attachment.ownerId)
    .executeTakeFirst();
  await db
    .insertInto('attachment')
    .values({
      id: attachment.id,
      owner_kind: attachment.ownerKind,
      owner_id: attachment.ownerId,
      role: attachment.role,
      name: attachment.name,
      media_type: attachment.mediaType,
      size: attachment.size,
      sha256: attachment.sha256,
      list_order: Number(last?.order ?? 0) + 1,
      added_at: attachment.addedAt,
    })
    .execute();
}

/** @returns whether there was such an attachment */
export async function updateAttachment(
  db: Trx,
  id: string,
  changes: { name: string } | { role: AttachmentRole },
): Promise<boolean> {
  const result = await db.updateTable('attachment').set(changes).where('id', '=', id).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function deleteAttachment(db: Trx, id: string): Promise<boolean> {
  const result = await db.deleteFrom('attachment').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/**
 * Gives the named ones their new order among the places they had.
 * @returns false when one of them is not the owner's, or is named twice
 */
export async function reorderAttachments(db: Trx, owner: Owner, ids: readonly string[]): Promise<boolean> {
  const places = (await ownedBy(db, owner).execute()).filter((row) => ids.includes(row.id));
  if (places.length !== ids.length || new Set(ids).size !== ids.length) return false;
  for (const [index, { list_order }] of places.entries()) {
    await db
      .updateTable('attachment')
      .set({ list_order })
      .where('id', '=', ids[index] ?? '')
      .execute();
  }
  return true;
}

export async function hasContent(db: Db, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('attachment_content')
    .select('sha256')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertContent(db: Trx, sha256: string, bytes: Buffer): Promise<void> {
  await db.insertInto('attachment_content').values({ sha256, size: bytes.length, bytes }).execute();
}

export async function readContent(db: Db, sha256: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('attachment_content')
    .select('bytes')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

function ownedBy(db: Db, { ownerKind, ownerId }: Owner) {
  return db
    .selectFrom('attachment')
    .selectAll()
    .where('owner_kind', '=', ownerKind)
    .where('owner_id', '=', ownerId)
    .orderBy('list_order')
    .orderBy('id');
}

const keptFields = ['ownerId', 'role', 'name', 'mediaType', 'size', 'sha256', 'addedAt'] as const;

function toAttachment(row: Row): Attachment {
  const ownerKind = ownerKinds.find((kind) => kind === row.owner_kind);
  if (!ownerKind) throw damaged({ name: row.name, field: 'journal.field.other' });
  return { id: row.id, ownerKind, ...readFields(attachmentRecord, keptFields, row) };
}
