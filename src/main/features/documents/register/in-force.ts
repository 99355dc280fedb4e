import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { changesByDocument, type Force, stateOn } from '#shared/features/documents/in-force.ts';
import { effectiveDocuments } from './repository.ts';

/** How everything that was numbered stands on the day; of a draft, or of what is not there, nothing. */
export async function forceOn(
  db: Kysely<Database>,
  { on, id }: { on: string; id?: string | undefined },
): Promise<Force[]> {
  const all = await effectiveDocuments(db);
  const changes = changesByDocument(all);
  return all
    .filter((document) => id === undefined || document.id === id)
    .map((document) => {
      const own = changes.get(document.id) ?? [];
      return { id: document.id, state: stateOn(document, own, on), changes: own };
    });
}
