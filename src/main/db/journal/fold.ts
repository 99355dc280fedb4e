import type { Database as Sqlite } from 'better-sqlite3';
import { carriedOver, ownStepsOf } from './formerly.ts';
import { damaged, type Image, isDigest, isSame, parseShort, parseWhole, type ShortImage } from './image.ts';
import { decodeKept, type Kept } from './kept.ts';
import type { RowForm } from './seal.ts';
import { applyForward } from './text-difference.ts';

/* Whole rows from entries of the journal that follow each other, and whether they are what the entries say. */

/** A row of the journal as it is stored. */
export type StoredChange = {
  id: number;
  change_seq: number;
  table_name: string;
  row_id: string;
  before: string | null;
  after: string | null;
  form: RowForm;
  kept: Buffer | null;
  owner_id: string | null;
  /** The one that it was written under; null: one before 11, which the image says itself. */
  schema: number | null;
};

/** One change of one row, both sides whole. */
export type RowChange = {
  id: number;
  seq: number;
  table: string;
  rowId: string;
  before: Image | null;
  after: Image | null;
  /** The schema that it was written under; 0: one before 11. */
  schema: number;
};

/** Entries of one row that follow each other, the first of them with the whole row, or its coming. */
export function fold(raw: Sqlite, stored: readonly StoredChange[]): RowChange[] {
  const next = follower(raw);
  return stored.map(next);
}

/** Takes the entries of a row one after the other. A row that another schema wrote is read as the next entry writes it. */
export function follower(raw: Sqlite): (entry: StoredChange) => RowChange {
  let image: Image | null = null;
  let schema = 0;
  return (entry) => {
    if (image) image = asWrittenFor(raw, entry, image, schema);
    schema = entry.schema ?? 0;
    const change = unfold(image, entry);
    image = change.after;
    return change;
  };
}

/**
 * A row that an earlier schema wrote as the entry after it writes it; as it was, where it has no place there.
 * @param schema that it was written under
 */
export function asWrittenFor(raw: Sqlite, entry: StoredChange, image: Image, schema: number): Image {
  const written = entry.schema ?? 0;
  if (written <= schema) return image;
  return carriedOver(raw, ownStepsOf(entry.table_name), image, schema, written) ?? image;
}

/**
 * One entry, from the row as it stood before.
 * @param before null also where it is not known: enough for what stands after an entry that holds the whole row
 * @throws AppError STORE_DAMAGED
 */
function unfold(before: Image | null, entry: StoredChange): RowChange {
  const { id, change_seq: seq, table_name: table, row_id: rowId } = entry;
  const head = { id, seq, table, rowId, schema: entry.schema ?? 0 };
  if (entry.form === 1)
    return {
      ...head,
      before: entry.before === null ? null : parseWhole(entry.before),
      after: entry.after === null ? null : parseWhole(entry.after),
    };
  const kept = entry.kept && decodeKept(entry.kept);
  const older = entry.before === null ? null : before && withNew(before, parseShort(entry.before));
  return { ...head, before: older, after: wholeAfter(older, entry, kept) };
}

/** A column that came since the row was written last has the value that the entry found there. */
function withNew(before: Image, said: ShortImage): Image {
  const added = Object.entries(said).filter(
    ([column, value]) => before[column] === undefined && !isDigest(value),
  );
  return added.length > 0 ? { ...before, ...(Object.fromEntries(added) as Image) } : before;
}

function wholeAfter(before: Image | null, entry: StoredChange, kept: Kept | null): Image | null {
  if (entry.after === null) return null;
  if (kept?.whole) return kept.whole;
  if (before === null && entry.before !== null) throw damaged();
  const after: Image = entry.before === null ? {} : { ...before };
  for (const [column, value] of Object.entries(parseShort(entry.after)))
    after[column] = isDigest(value) ? textAfter(before?.[column], kept?.texts[column]) : value;
  return after;
}

function textAfter(before: Image[string] | undefined, kept: Kept['texts'][string] | undefined): string {
  const text = typeof kept === 'object' && typeof before === 'string' ? applyForward(before, kept) : kept;
  if (typeof text !== 'string') throw damaged();
  return text;
}

/** Whether a row is what the entry says of it after its change: of this the hash was made. */
export function agrees(after: Image | null, { form, after: said }: StoredChange): boolean {
  if (after === null || said === null) return after === null && said === null;
  if (form === 1) return true;
  return Object.entries(parseShort(said)).every(([column, value]) => isSame(after[column], value));
}

/** Whether a row is what the entry says of it before its change. */
export function agreesBefore(before: Image | null, { before: said }: Pick<StoredChange, 'before'>): boolean {
  if (before === null || said === null) return before === null && said === null;
  return Object.entries(parseShort(said)).every(
    // A long text of a column that came since then: nothing tells of it but this entry.
    ([column, value]) => before[column] === undefined || isSame(before[column], value),
  );
}

export function wholeText(image: Image | null): string | null {
  return image && JSON.stringify(image);
}
