import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import type { RowChange } from './fold.ts';
import type { Image } from './image.ts';
import { type ImageReader, imageReader } from './old-images.ts';
import { changesOfRows, imageAfter, lastChangesOf, type RowName } from './reader.ts';
import { recordTables } from './triggers.ts';

/** Rows as they are, or as they were before they went, in today's columns, by id; none of what the journal knows nothing of. */
export function lastImagesOf(raw: Sqlite, rows: readonly RowName[]): Map<string, Image> {
  const tables = new Set(recordTables(raw));
  const images = new Map<string, Image>();
  for (const [table, wanted] of Map.groupBy(rows, (row) => row.table)) {
    if (!tables.has(table)) continue;
    const stored = preparedOnce(raw, `SELECT * FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))`);
    const ids = JSON.stringify(wanted.map(({ rowId }) => rowId));
    for (const image of stored.all(ids) as Image[]) images.set(String(image.id), image);
  }
  const gone = rows.filter(({ rowId }) => !images.has(rowId));
  if (gone.length === 0) return images;
  const reader = imageReader(raw);
  for (const change of lastChangesOf(raw, gone)) {
    const image = todays(reader, change, change.after ?? change.before);
    if (image) images.set(change.rowId, image);
  }
  return images;
}

/** All changes of these rows, row by row, oldest first, in today's columns. */
export function changesOf(raw: Sqlite, rows: readonly RowName[]): RowChange[] {
  const reader = imageReader(raw);
  let last: { old: Image | null; young: Image | null } = { old: null, young: null };
  return changesOfRows(raw, rows).map((change) => {
    // What one change left is what the next one finds: it is read once.
    const before = change.before === last.old ? last.young : todays(reader, change, change.before);
    const after = todays(reader, change, change.after);
    last = { old: change.after, young: after };
    return { ...change, before, after };
  });
}

/** A row as each of these change sets left it, in today's columns, by their numbers; none where it was gone or is not touched. */
export function imagesAt(raw: Sqlite, row: RowName, seqs: readonly number[]): Map<number, Image> {
  const entries = preparedOnce(
    raw,
    `SELECT change_seq AS seq, max(id) AS id, (SELECT schema FROM change_set WHERE seq = change_seq) AS schema
     FROM change_row WHERE table_name = ? AND row_id = ? AND change_seq IN (SELECT value FROM json_each(?))
     GROUP BY change_seq`,
  ).all(row.table, row.rowId, JSON.stringify(seqs)) as { seq: number; id: number; schema: number | null }[];
  const reader = imageReader(raw);
  return new Map(
    entries.flatMap(({ seq, id, schema }) => {
      const image = todays(reader, { ...row, id, schema: schema ?? 0 }, imageAfter(raw, row, id));
      return image ? [[seq, image] as const] : [];
    }),
  );
}

/** Where it has no place today, as it was. */
function todays(
  { today }: ImageReader,
  { table, rowId, id: entry, schema }: Pick<RowChange, 'table' | 'rowId' | 'id' | 'schema'>,
  image: Image | null,
): Image | null {
  if (image === null) return null;
  const rows = today({ table, rowId, image, entry, schema });
  const same = rows?.filter((row) => row.rowId === rowId) ?? [];
  return (same.find((row) => row.table === table) ?? same[0])?.image ?? image;
}
