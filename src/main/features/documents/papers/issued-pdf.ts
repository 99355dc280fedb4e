import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { intactContent } from '#main/features/attachments/index.ts';
import { AppError } from '#shared/errors.ts';
import { codes } from '../codes.ts';
import { findDocument } from '../repository.ts';

/**
 * The bytes that were issued; null where there are none: a draft, or a document of before they were kept.
 * @throws AppError NOT_FOUND; STORE_DAMAGED when they are not what was issued
 */
export async function issuedPdf(
  db: Kysely<Database>,
  id: string,
): Promise<{ bytes: Uint8Array; pages: number } | null> {
  const found = await findDocument(db, id, await codes(db));
  if (!found) throw new AppError('NOT_FOUND');
  if (!found.pdf) return null;
  const { sha256, pages } = found.pdf;
  return { bytes: await intactContent(db, { name: found.code, sha256 }), pages };
}
