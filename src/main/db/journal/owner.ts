import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import { ownerLink, type RecordDefinition } from '#shared/record.ts';
import { recordOf } from '#shared/record-lookup.ts';
import type { ShortImage } from './image.ts';

type Row = { table: string; rowId: string };

/**
 * The record that a row is a part of in the end, or that holds it as a file; null when it stands for itself.
 * @param image what is known of the row: an update that left the link alone does not tell it
 */
export function ownerOf(raw: Sqlite, row: Row, image: ShortImage): string | null {
  const record = recordOf(row.table);
  const column = record && (record.heldBy?.id ?? ownerLink(record)?.column);
  if (!record || !column) return null;
  const named = image[column];
  if (typeof named !== 'string') return lastOwner(raw, row) ?? null;
  return record.heldBy ? named : topOf(raw, ownerLink(record)?.link.to ?? '', named);
}

/** From a record to the one that it is a part of in the end. */
function topOf(raw: Sqlite, table: string, id: string): string {
  const up = ownerLink(recordOf(table) as RecordDefinition);
  if (!up) return id;
  const known = lastOwner(raw, { table, rowId: id });
  if (known) return known;
  // It came with the same change, and is not written down yet.
  const above = preparedOnce(raw, `SELECT "${up.column}" FROM "${table}" WHERE id = ?`).pluck().get(id);
  return typeof above === 'string' ? topOf(raw, up.link.to, above) : id;
}

function lastOwner(raw: Sqlite, { table, rowId }: Row): string | null | undefined {
  return preparedOnce(
    raw,
    'SELECT owner_id FROM change_row WHERE table_name = ? AND row_id = ? ORDER BY id DESC LIMIT 1',
  )
    .pluck()
    .get(table, rowId) as string | null | undefined;
}
