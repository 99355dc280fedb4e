import type { Database as Sqlite } from 'better-sqlite3';
import { preparedOnce } from '#main/db/statement-cache.ts';
import type { Formerly, Row } from '#shared/record.ts';
import { recordOf } from '#shared/record-lookup.ts';
import { derivedId } from './derived-id.ts';
import type { ShortImage } from './image.ts';

/** How rows of that table were read from others, and in which columns, under earlier schemas. */
export function stepsOf(table: string): readonly Formerly[] {
  return recordOf(table)?.formerly ?? [];
}

/** Those by which its own rows were read otherwise, not those of a table that it was made from. */
export function ownStepsOf(table: string): readonly Formerly[] {
  return stepsOf(table).filter((step) => step.table === undefined);
}

/**
 * A row as later schemas wrote it, from one that an earlier schema wrote.
 * @param steps in their order
 * @param from the schema it was written under
 * @param to the schema that is asked for: the store's own, or the one of a later change
 * @returns null when it cannot be carried over
 */
export function carriedOver<I extends ShortImage>(
  raw: Sqlite,
  steps: readonly Formerly[],
  image: I,
  from: number,
  to: number,
): I | null {
  const ask = { changeSetId: (seq: number) => changeSetId(raw, seq) };
  let carried: Row | null = image as Row;
  for (const { until, read } of steps)
    if (carried && from < until && until <= to) carried = read(carried, ask);
  return carried as I | null;
}

/** Also before the migration that writes it down. */
function changeSetId(raw: Sqlite, seq: number): string | undefined {
  const head = preparedOnce(raw, 'SELECT * FROM change_set WHERE seq = ?').get(seq) as
    | { id?: string; hash: string }
    | undefined;
  return head && (head.id ?? derivedId(head.hash));
}
