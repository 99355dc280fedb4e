import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { AppError } from '#shared/errors.ts';
import { hasContent, insertContent, readContent } from './repository.ts';

/** Keeps bytes for ever, once. @returns their SHA-256 */
export async function keepContent(db: Transaction<Database>, bytes: Uint8Array): Promise<string> {
  const sha256 = await sha256Of(bytes);
  const { buffer, byteOffset, length } = bytes;
  if (!(await hasContent(db, sha256)))
    await insertContent(db, sha256, Buffer.from(buffer, byteOffset, length));
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
  if (bytes === null || (await sha256Of(bytes)) !== sha256)
    throw new AppError('STORE_DAMAGED', { reason: 'attachment', params: { name } });
  return bytes;
}

/** Bytes hashed between two breaths of the program: some 20 ms on a slow PC, where all 50 MB take a quarter of a second. */
const bytesPerStep = 4 << 20;

export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let from = 0; from < bytes.length; from += bytesPerStep) {
    if (from > 0) await breathe();
    hash.update(bytes.subarray(from, from + bytesPerStep));
  }
  return hash.digest('hex');
}
