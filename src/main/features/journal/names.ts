import type { Reading } from '#main/db/open.ts';
import { namesOf } from '#main/records/names.ts';
import type { RecordChange } from '#shared/features/journal/contract.ts';
import { fieldOf } from '#shared/record-lookup.ts';
import { type Names, namedIn } from '#shared/record-words.ts';

/** Which records the items of a field mean, by name: an id says nothing to who reads the history. */
export function withNames(store: Pick<Reading, 'raw'>, changes: RecordChange[]): RecordChange[] {
  const named = changes.flatMap(({ rows }) =>
    rows.flatMap(({ table, fields }) =>
      fields.flatMap(({ field, before, after }) =>
        [before, after].flatMap((stored) => namedIn(fieldOf(table, field), itemsOf(stored))),
      ),
    ),
  );
  const names = namesOf(store, named);
  return changes.map((change) => ({
    ...change,
    rows: change.rows.map((row) => ({
      ...row,
      fields: row.fields.map((one) => {
        const refers = fieldOf(row.table, one.field)?.refers;
        if (!refers) return one;
        return {
          ...one,
          before: called(one.before, refers.key, names),
          after: called(one.after, refers.key, names),
        };
      }),
    })),
  }));
}

function called(stored: unknown, key: string, names: Names): unknown {
  if (stored === null) return null;
  return JSON.stringify(itemsOf(stored).map((item) => ({ ...item, name: names[String(item[key])] ?? '' })));
}

function itemsOf(stored: unknown): Record<string, unknown>[] {
  return typeof stored === 'string' && stored.startsWith('[') ? JSON.parse(stored) : [];
}
