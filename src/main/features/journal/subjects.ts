import { type Kysely, sql } from 'kysely';
import type { Image } from '#main/db/row-image.ts';
import type { Database } from '#main/db/schema.ts';
import { showDate } from '#shared/text/dates.ts';
import { typeNameOf } from './names.ts';
import { lastImage } from './repository.ts';

type Db = Kysely<Database>;

/** How a record is called that changes are about. */
const names = {
  document: (image: Image) => [typeNameOf(image), image.code, image.subject].filter(Boolean).join(' '),
  conference: (image: Image) =>
    [image.custom_title, showDate(String(image.starts_at).slice(0, 10))].filter(Boolean).join(', '),
  indicator: (image: Image) => String(image.name),
  member: (image: Image) => String(image.full_name),
  attachment: (image: Image) => String(image.name),
  phrase: (image: Image) => String(image.abbreviation),
  user: (image: Image) => String(image.name),
} as const satisfies Partial<Record<keyof Database, (image: Image) => string>>;
type Named = keyof typeof names;

/** Tables whose rows are a part of such a record, with the column that says of which. */
const parts: Partial<Record<keyof Database, readonly [owner: Named, column: string]>> = {
  agenda_item: ['conference', 'conference_id'],
  attendance: ['conference', 'conference_id'],
  conference_reopening: ['conference', 'conference_id'],
  election: ['conference', 'conference_id'],
  vote: ['conference', 'conference_id'],
  document_step: ['document', 'document_id'],
  opinion: ['document', 'document_id'],
  opinion_reply: ['document', 'document_id'],
  opinion_sheet: ['document', 'document_id'],
  indicator_actual: ['indicator', 'indicator_id'],
  indicator_plan: ['indicator', 'indicator_id'],
  position: ['member', 'member_id'],
};

/** What each of these changes was about, by name; nothing where it has none. */
export async function subjectsOf(db: Db, seqs: readonly number[]): Promise<Map<number, string>> {
  const owners = new Map<number, { table: Named; id: string }>();
  if (seqs.length === 0) return new Map();
  const columns = [...new Set(Object.values(parts).map(([, column]) => column))];
  const owner = sql.join(
    columns.map((column) => sql`json_extract(coalesce(after, before), ${`$.${column}`})`),
  );
  const rows = await db
    .selectFrom('change_row')
    .select(['change_seq as seq', 'table_name as table', 'row_id as id'])
    .select(
      sql<
        string | null
      >`CASE WHEN table_name IN (${sql.join(Object.keys(parts))}) THEN coalesce(${owner}) END`.as('owner'),
    )
    .where('change_seq', '>=', Math.min(...seqs))
    .where('table_name', 'in', [...Object.keys(names), ...Object.keys(parts)])
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const [table, id] = row.table in names ? [row.table as Named, row.id] : [ownerOf(row.table), row.owner];
    if (table && id && !owners.has(row.seq)) owners.set(row.seq, { table, id });
  }
  const known = new Map<string, string>();
  for (const { table, id } of owners.values()) {
    if (known.has(id)) continue;
    const image = await lastImage(db, table, id);
    known.set(id, image ? names[table](image) : '');
  }
  return new Map(seqs.map((seq) => [seq, known.get(owners.get(seq)?.id ?? '') ?? '']));
}

function ownerOf(table: string): Named | undefined {
  return parts[table as keyof typeof parts]?.[0];
}
