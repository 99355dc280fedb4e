import { type Kysely, sql } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { ruleError } from '#shared/errors.ts';
import { allFields, calledIn, ownerLink, type RecordDefinition, type Row } from '#shared/record.ts';
import { recordOf } from '#shared/record-lookup.ts';
import { records } from '#shared/records.ts';
import { showDate } from '#shared/text/dates.ts';

type Days = { startsOn: string; endsOn: string | null };
type Moved = { id: string; before: Days; after: Days };
type Outside = { id: string; day: string };

/**
 * Looks whether a day that lies within the term would lie outside it. What lies outside already is no fault of this change.
 * @throws AppError RULE with the reason that the record names (`termDays`)
 */
export async function refuseOutsideTerm(db: Kysely<Database>, moved: Moved): Promise<void> {
  for (const record of records.map((one): RecordDefinition => one)) {
    if (record.termDays === null) continue;
    const holder = holderOf(record);
    const found = await outside(db, { record, holder, columns: record.termDays.columns, moved });
    const [first] = found;
    if (!first) continue;
    const { rows } = await sql<Row>`SELECT * FROM ${sql.table(holder.table)} WHERE id = ${first.id}`.execute(
      db,
    );
    throw ruleError(record.termDays.reason, {
      count: new Set(found.map(({ id }) => id)).size,
      name: calledIn(holder, rows[0] ?? {}),
      first: showDate(first.day),
      last: showDate(found.at(-1)?.day ?? first.day),
    });
  }
}

/** The record that names the term: itself, or the one that it is a part of. */
function holderOf(record: RecordDefinition): RecordDefinition {
  if (termColumn(record)) return record;
  return recordOf(ownerLink(record)?.link.to ?? '') ?? record;
}

function termColumn(record: RecordDefinition): string | undefined {
  return allFields(record).find(([, { link }]) => link?.to === 'term')?.[1].column;
}

type Search = {
  record: RecordDefinition;
  holder: RecordDefinition;
  columns: readonly string[];
  moved: Moved;
};

/** The records with such a day, by these days. */
async function outside(db: Kysely<Database>, { record, holder, columns, moved }: Search) {
  const { id, before, after } = moved;
  const days = columns.map((column) => {
    const owner = sql.ref(record === holder ? 'part.id' : `part.${ownerLink(record)?.column}`);
    const day = sql`substr(${sql.ref(`part.${column}`)}, 1, 10)`;
    return sql`SELECT holder.id AS id, ${day} AS day FROM ${sql.table(record.table)} AS part
      JOIN ${sql.table(holder.table)} AS holder ON holder.id = ${owner}
      WHERE holder.${sql.ref(termColumn(holder) ?? '')} = ${id}
        AND ${within(day, before)} AND NOT ${within(day, after)}`;
  });
  const { rows } = await sql<Outside>`${sql.join(days, sql` UNION `)} ORDER BY day, id`.execute(db);
  return rows;
}

function within(day: ReturnType<typeof sql>, { startsOn, endsOn }: Days) {
  return sql`(${day} BETWEEN ${startsOn} AND ${endsOn ?? '9999-12-31'})`;
}
