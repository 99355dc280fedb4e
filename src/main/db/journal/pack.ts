import type { Database as Sqlite } from 'better-sqlite3';
import { withoutLocks } from '#main/db/locks.ts';
import { preparedOnce } from '#main/db/statement-cache.ts';
import { follower, type StoredChange, wholeText } from './fold.ts';
import { type Image, parseWhole, shortOf } from './image.ts';
import { encodeKept } from './kept.ts';
import { type RowName, storedColumns } from './reader.ts';
import { mostInChain, type RowForm, textsOf } from './seal.ts';

/*
 * Change sets of the first form hold each row twice and whole. They are packed as new ones are written, while the PC rests:
 * their hash is of the whole rows, which come out byte for byte, or the entry is left as it is.
 */

/** Where the packing has come to: the last entry that was looked at. */
const mark = 'journal_packed';

type Packed = Pick<StoredChange, 'before' | 'after' | 'form' | 'kept'>;

/**
 * Packs what comes next, in one transaction that is open already.
 * @param mostLetters so much of whole rows at a time: some 50 ms
 * @returns false when there is nothing left
 */
export function packNext(raw: Sqlite, mostLetters = 400_000): boolean {
  const from = packedTo(raw);
  const next = preparedOnce(
    raw,
    `SELECT id, table_name AS "table", row_id AS rowId, coalesce(length(before), 0) + coalesce(length(after), 0) AS letters
     FROM change_row WHERE id > ? AND change_seq < coalesce((SELECT min(seq) FROM change_set WHERE form = 2), 9e15)
     ORDER BY id LIMIT 500`,
  ).all(from) as (RowName & { id: number; letters: number })[];
  if (next.length === 0) return false;
  let letters = 0;
  let last = from;
  withoutLocks(raw, ['change_row_keep'], () => {
    for (const entry of next) {
      if (letters > mostLetters) break;
      packEntry(raw, entry, entry.id);
      letters += entry.letters;
      last = entry.id;
    }
  });
  raw
    .prepare(
      'INSERT INTO meta (key, value) VALUES (@mark, @last) ON CONFLICT (key) DO UPDATE SET value = @last',
    )
    .run({
      mark,
      last: String(last),
    });
  return true;
}

function packedTo(raw: Sqlite): number {
  return Number(preparedOnce(raw, 'SELECT value FROM meta WHERE key = ?').pluck().get(mark) ?? 0);
}

function packEntry(raw: Sqlite, { table, rowId }: RowName, id: number): void {
  const entries = chainTo(raw, { table, rowId }, id);
  const entry = entries.at(-1);
  if (entry?.form !== 1) return;
  const follow = follower(raw);
  const before = entries.slice(0, -1).reduce<Image | null>((_, one) => follow(one).after, null);
  const packed = pack(before, entry, entries.length - 1);
  if (!packed || sizeOf(packed) >= sizeOf(entry)) return;
  // Only what comes out again as it went in.
  const again = follow({ ...entry, ...packed });
  if (wholeText(again.before) !== entry.before || wholeText(again.after) !== entry.after) return;
  preparedOnce(raw, 'UPDATE change_row SET before = ?, after = ?, form = ?, kept = ? WHERE id = ?').run(
    packed.before,
    packed.after,
    packed.form,
    packed.kept,
    id,
  );
}

/** The entry and those before it, from the nearest that holds the row whole. */
function chainTo(raw: Sqlite, { table, rowId }: RowName, id: number): StoredChange[] {
  return preparedOnce(
    raw,
    `SELECT ${storedColumns(raw)} FROM change_row WHERE table_name = @table AND row_id = @rowId AND id <= @id
       AND id >= coalesce((SELECT max(id) FROM change_row
         WHERE table_name = @table AND row_id = @rowId AND id < @id AND form <> 2), 0)
     ORDER BY id`,
  ).all({ table, rowId, id }) as StoredChange[];
}

/** @param chained how many entries back the row stands whole. @returns null when it does not follow the one before it */
function pack(last: Image | null, { before, after }: StoredChange, chained: number): Packed | null {
  const older = before === null ? null : parseWhole(before);
  const newer = after === null ? null : parseWhole(after);
  if (older === null) {
    const texts = textsOf(null, newer);
    return { before, after: wholeShort(newer), form: 3, kept: encodeKept({ texts, whole: null }) };
  }
  if (wholeText(last) !== before) return null;
  if (newer === null) return { before: wholeShort(older), after, form: 3, kept: null };
  const columns = Object.keys(newer).filter((column) => newer[column] !== older[column]);
  if (Object.keys(newer).join() !== Object.keys(older).join() || columns.length === 0) return null;
  const only = (image: Image) => Object.fromEntries(columns.map((column) => [column, image[column] ?? null]));
  const whole = chained >= mostInChain ? newer : null;
  const texts = whole ? {} : textsOf(only(older), only(newer));
  const form: RowForm = whole ? 3 : 2;
  const hasKept = whole || Object.keys(texts).length > 0;
  return {
    before: wholeShort(only(older)),
    after: wholeShort(only(newer)),
    form,
    kept: hasKept ? encodeKept({ texts, whole }) : null,
  };
}

function wholeShort(image: Image | null): string | null {
  return image && JSON.stringify(shortOf(image));
}

function sizeOf({ before, after, kept }: Packed): number {
  return (before?.length ?? 0) + (after?.length ?? 0) + (kept?.length ?? 0);
}
