import { allFields, type Field, type RecordDefinition } from './record.ts';
import { type FoundKind, type HolderTable, records } from './records.ts';

const byTable = new Map<string, RecordDefinition>(records.map((record) => [record.table, record]));

/** Of a table of a later version there is none. */
export function recordOf(table: string): RecordDefinition | undefined {
  return byTable.get(table);
}

const byColumn = new Map<string, Map<string, Field>>(
  records.map((record) => [
    record.table,
    new Map(allFields(record).map(([, one]) => [one.column, one] as const)),
  ]),
);

/** How a column is told; undefined for one that is made from others, or of another version. */
export function fieldOf(table: string, column: string): Field | undefined {
  return byColumn.get(table)?.get(column);
}

export const foundKinds: FoundKind[] = records.flatMap(({ found }) => (found ? [found.kind] : []));

/** The table of the records that are found as that. */
export function tableOfKind(kind: FoundKind): string {
  return records.find(({ found }) => found?.kind === kind)?.table ?? kind;
}

export const holderTables: HolderTable[] = records.flatMap((record) =>
  record.holdsFiles ? [record.table] : [],
);
