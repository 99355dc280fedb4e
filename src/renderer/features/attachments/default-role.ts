import type { AttachmentRole, ChosenFile, OwnerKind } from '#shared/features/attachments/schema.ts';

/** What new files most likely are where no role is given; the clerk can say otherwise. */
export function defaultRole(ownerKind: OwnerKind, files: readonly ChosenFile[]): AttachmentRole {
  if (files.every(({ mediaType }) => mediaType.startsWith('image/'))) return 'photo';
  return ownerKind === 'conference' ? 'paper' : 'other';
}
