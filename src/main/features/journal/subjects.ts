import { sql } from 'kysely';
import type { Reading } from '#main/db/open.ts';
import { lastImages } from '#main/records/names.ts';
import { ownerId, ownerTable, tablesUnder } from '#main/records/owners.ts';
import { recordOf } from '#shared/record-lookup.ts';

/** The tables of records that have a name, and of their parts. */
const tables = tablesUnder(({ name }) => name !== null);

/** A change of more records than these is about none of them: sample data, an import. */
const mostSubjects = 5;

/** What each of these changes was about, by name; nothing where it has none. */
export async function subjectsOf(
  { db, raw }: Reading,
  seqs: readonly number[],
): Promise<Map<number, string>> {
  if (seqs.length === 0) return new Map();
  const rows = await db
    .selectFrom('change_row')
    .select(['change_seq as seq', 'table_name as table'])
    .select(sql<string | null>`${sql.raw(ownerId)}`.as('owner'))
    .where('change_seq', '>=', Math.min(...seqs))
    // With the sign SQLite looks at those changes alone; without it, at all that were ever made in those tables.
    .where(sql`+table_name`, 'in', tables)
    .orderBy('change_seq')
    .orderBy('id')
    .execute();
  const owners = new Map<number, Map<string, { table: string; id: string }>>();
  for (const { seq, table, owner } of rows) {
    const above = ownerTable(table);
    if (!above || !owner) continue;
    const known = owners.get(seq) ?? new Map();
    owners.set(seq, known.set(owner, { table: above, id: owner }));
  }
  const first = new Map<number, { table: string; id: string }>();
  for (const [seq, about] of owners) {
    const [one] = about.values();
    if (one && about.size <= mostSubjects) first.set(seq, one);
  }
  const images = lastImages({ raw }, [...first.values()]);
  return new Map(
    seqs.map((seq) => {
      const about = first.get(seq);
      const image = about && images.get(about.id);
      return [seq, (image && recordOf(about.table)?.name?.(image)) ?? ''];
    }),
  );
}
