import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { listAttachments, readContent } from '#main/features/attachments/index.ts';
import type { SignedCopy } from '#shared/features/documents/schema.ts';
import { issuedPdf } from '../papers/issued-pdf.ts';

/**
 * PDFs that came back from a signing tool. Such a tool adds its signature behind the bytes that it was given, so what was
 * issued must be their beginning. Whether the signature itself is valid, only a viewer with the certificates can say.
 * @throws AppError NOT_FOUND, STORE_DAMAGED
 */
export async function signedCopies(db: Kysely<Database>, id: string): Promise<SignedCopy[]> {
  const issued = await issuedPdf(db, id);
  if (!issued) return [];
  const original = Buffer.from(issued.bytes);
  const copies: SignedCopy[] = [];
  for (const { id: attachmentId, name, mediaType, sha256 } of await listAttachments(db, {
    ownerKind: 'document',
    ownerId: id,
  })) {
    const bytes = mediaType === 'application/pdf' ? await readContent(db, sha256) : null;
    const file = bytes && Buffer.from(bytes);
    if (!file || !isSigned(file)) continue;
    const isOfIssued = file.length > original.length && file.subarray(0, original.length).equals(original);
    copies.push({ attachmentId, name, sha256, isOfIssued });
  }
  return copies;
}

/** A signature names the ranges of bytes that it covers (ISO 32000-1, 12.8.1). */
function isSigned(file: Buffer): boolean {
  return file.includes('/ByteRange') && /\/(?:Type\s*\/Sig|SubFilter)\b/u.test(file.toString('latin1'));
}
