import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { AppError } from '#shared/errors.ts';
import {
  allFields,
  type Field,
  type Link,
  ownerLink,
  type RecordDefinition,
  type Row,
} from '#shared/record.ts';
import { recordOf } from '#shared/record-lookup.ts';
import { records, type Table } from '#shared/records.ts';

type Linked = { record: RecordDefinition; field: Field & { link: Link } };

function linksTo(table: string, gone: Link['gone']): Linked[] {
  return records.flatMap((record: RecordDefinition) =>
    allFields(record).flatMap(([, field]) =>
      field.link?.to === table && field.link.gone === gone
        ? [{ record, field: field as Linked['field'] }]
        : [],
    ),
  );
}

/**
 * Looks first whether other records need this one: the references of the schema refuse to let it go, but cannot say why.
 * @throws AppError CONFLICT with the reason that the link names
 */
export async function refuseInUse(db: Kysely<Database>, table: Table, id: string): Promise<void> {
  const byReason = Map.groupBy(linksTo(table, 'refuse'), ({ field }) => field.link.reason ?? '');
  for (const [reason, links] of byReason) {
    const found = new Map<string, Row>();
    for (const link of links) for (const row of await holders(db, link, id)) found.set(String(row.id), row);
    if (found.size === 0) continue;
    const rows = [...found.values()];
    const params = links[0]?.field.link.params?.(rows) ?? { count: rows.length };
    throw new AppError('CONFLICT', { reason, params });
  }
}

/** The records that stand for themselves and name it, or of which a part does; newest first. */
async function holders(db: Kysely<Database>, { record, field }: Linked, id: string): Promise<readonly Row[]> {
  const up = ownerLink(record);
  const { rows } = await (up
    ? sql<Row>`SELECT DISTINCT holder.* FROM ${sql.table(record.table)} part
        JOIN ${sql.table(up.link.to)} holder ON holder.id = part.${sql.ref(up.column)}
        WHERE part.${sql.ref(field.column)} = ${id} ORDER BY holder.id DESC`
    : sql<Row>`SELECT * FROM ${sql.table(record.table)} WHERE ${sql.ref(field.column)} = ${id} ORDER BY id DESC`
  ).execute(db);
  return rows;
}

/**
 * Removes a record with its parts, theirs, and its files: in the same change set, so that undoing brings all back. What
 * must not go is refused before.
 */
export async function removeRecord(db: Transaction<Database>, table: Table, id: string): Promise<void> {
  // Parts may name each other: the references hold again when the last of them is gone.
  await sql`PRAGMA defer_foreign_keys = ON`.execute(db);
  await removeRows(db, recordOf(table) as RecordDefinition, [id]);
}

async function removeRows(db: Transaction<Database>, record: RecordDefinition, ids: readonly string[]) {
  for (const { record: part, field } of linksTo(record.table, 'with')) {
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM ${sql.table(part.table)} WHERE ${sql.ref(field.column)} IN (${sql.join(ids)})`.execute(
      db,
    );
    if (rows.length > 0)
      await removeRows(
        db,
        part,
        rows.map((row) => row.id),
      );
  }
  for (const held of record.holdsFiles
    ? records.flatMap((one: RecordDefinition) => (one.heldBy ? [one] : []))
    : []) {
    const { kind, id } = held.heldBy as { kind: string; id: string };
    await sql`DELETE FROM ${sql.table(held.table)}
      WHERE ${sql.ref(kind)} = ${record.table} AND ${sql.ref(id)} IN (${sql.join(ids)})`.execute(db);
  }
  await sql`DELETE FROM ${sql.table(record.table)} WHERE id IN (${sql.join(ids)})`.execute(db);
}
