import type { Kysely } from 'kysely';
import type { Image } from '#main/db/row-image.ts';
import type { Database } from '#main/db/schema.ts';
import { recordOf } from '#shared/record-lookup.ts';
import type { Names } from '#shared/record-words.ts';

type Db = Kysely<Database>;

/** What the record was last: as it is, or as it was before it went. Null: no change ever named it. */
export async function lastImage(db: Db, table: string, id: string): Promise<Image | null> {
  const row = await db
    .selectFrom('change_row')
    .select(['before', 'after'])
    .where('table_name', '=', table)
    .where('row_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? (JSON.parse(row.after ?? row.before ?? '{}') as Image) : null;
}

/** What a record is called where another refers to it. */
export function calledBy(table: string, image: Image): string {
  const record = recordOf(table);
  return (record?.citedAs ?? record?.name)?.(image) ?? '';
}

/** What these records are called, also those that are gone by now; nothing of what never was. */
export async function namesOf(db: Db, named: readonly { table: string; id: string }[]): Promise<Names> {
  const names: Record<string, string> = {};
  for (const { table, id } of named) {
    if (id in names) continue;
    const image = await lastImage(db, table, id);
    if (image) names[id] = calledBy(table, image);
  }
  return names;
}
