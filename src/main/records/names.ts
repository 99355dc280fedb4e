import { type Kysely, sql } from 'kysely';
import type { Image } from '#main/db/row-image.ts';
import type { Database } from '#main/db/schema.ts';
import { recordOf } from '#shared/record-lookup.ts';
import type { Names } from '#shared/record-words.ts';

type Db = Kysely<Database>;

type Named = { table: string; id: string };

/** What these records were last: as they are, or as they were before they went; by id. No change ever named the others. */
export async function lastImages(db: Db, named: readonly Named[]): Promise<Map<string, Image>> {
  if (named.length === 0) return new Map();
  const { rows } = await sql<{ id: string; image: string }>`
    SELECT r.row_id AS id, coalesce(r.after, r.before) AS image
    FROM json_each(${JSON.stringify(named)}) AS wanted
    JOIN change_row AS r ON r.id = (
      SELECT max(id) FROM change_row
      WHERE table_name = wanted.value ->> 'table' AND row_id = wanted.value ->> 'id'
    )`.execute(db);
  return new Map(rows.map(({ id, image }) => [id, JSON.parse(image) as Image]));
}

export async function lastImage(db: Db, table: string, id: string): Promise<Image | null> {
  return (await lastImages(db, [{ table, id }])).get(id) ?? null;
}

/** What a record is called where another refers to it. */
export function calledBy(table: string, image: Image): string {
  const record = recordOf(table);
  return (record?.citedAs ?? record?.name)?.(image) ?? '';
}

/** What these records are called, also those that are gone by now; nothing of what never was. */
export async function namesOf(db: Db, named: readonly Named[]): Promise<Names> {
  const images = await lastImages(db, named);
  return Object.fromEntries(
    named.flatMap(({ table, id }) => {
      const image = images.get(id);
      return image ? [[id, calledBy(table, image)] as const] : [];
    }),
  );
}
