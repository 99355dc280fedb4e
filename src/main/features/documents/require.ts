import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { AppError } from '#shared/errors.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import { codes } from './codes.ts';
import { findDocument } from './repository.ts';

/** @throws AppError NOT_FOUND */
export async function requireDocument(db: Kysely<Database>, id: string): Promise<DocumentRecord> {
  const found = await findDocument(db, id, await codes(db));
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}
