import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { AppError } from '#shared/errors.ts';
import { hasContent, insertContent, readContent } from './repository.ts';

/** Keeps bytes for ever, once. @returns their SHA-256 */
export async function keepContent(db: Transaction<Database>, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (!(await hasContent(db, sha256))) await insertContent(db, sha256, Buffer.from(bytes));
  return sha256;
}

/**
 * @param name for the message
 * @throws AppError STORE_DAMAGED: bytes that are not those that were kept are never given out
 */
export async function intactContent(
  db: Kysely<Database>,
  { name, sha256 }: { name: string; sha256: string },
): Promise<Uint8Array> {
  const bytes = await readContent(db, sha256);
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new AppError('STORE_DAMAGED', { reason: 'attachment', params: { name } });
  return bytes;
}
