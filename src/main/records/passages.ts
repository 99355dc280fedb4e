import { type Kysely, sql } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { type Field, ownerLink, type RecordDefinition, type Row } from '#shared/record.ts';
import { recordOf } from '#shared/record-lookup.ts';
import { type FoundKind, records } from '#shared/records.ts';
import { unreadable } from '#shared/stored.ts';
import { bodyText } from '#shared/text-model/body.ts';
import { storedBody } from '#shared/text-model/stored-body.ts';

/** What is found as one: its title and all it says. */
export type Passage = {
  kind: FoundKind;
  id: string;
  /** Where it stands: the conference of an item, the record of a file; null: it stands for itself. */
  owner: { kind: FoundKind; id: string } | null;
  title: string;
  text: string;
  /** YYYY-MM-DD; null: a draft without a date, or what has none. */
  date: string | null;
};

type Db = Kysely<Database>;
type Found = RecordDefinition & { found: NonNullable<RecordDefinition['found']> };

/** The records that are found by themselves: a part brings its words, or its own hits, with the record it belongs to. */
export const foundTables: readonly string[] = records
  .filter((record: RecordDefinition) => record.found && !ownerLink(record))
  .map(({ table }) => table);

/** What a record and its parts bring, by its fields; empty when it is gone. */
export async function recordPassages(db: Db, table: string, id: string): Promise<Passage[]> {
  const record = recordOf(table) as Found;
  const { rows } = await sql<Row>`SELECT * FROM ${sql.table(table)} WHERE id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) return [];
  const passage = passageOf(record, row, holderOf(record, row));
  const parts: Passage[] = [];
  for (const part of partsOf(table)) {
    const column = ownerLink(part)?.column ?? '';
    const found = await sql<Row>`
      SELECT * FROM ${sql.table(part.table)} WHERE ${sql.ref(column)} = ${id} ORDER BY rowid`.execute(db);
    if (part.found)
      parts.push(...found.rows.map((one) => passageOf(part as Found, one, { kind: passage.kind, id })));
    else passage.text = lines(passage.text, ...found.rows.map((one) => wordsOf(part, one)));
  }
  return [passage, ...parts];
}

function partsOf(table: string): RecordDefinition[] {
  return records.filter((record: RecordDefinition) => ownerLink(record)?.link.to === table);
}

/** The record that holds this one as a file. */
function holderOf({ heldBy }: RecordDefinition, row: Row): Passage['owner'] {
  const holder = heldBy && recordOf(String(row[heldBy.kind]))?.found;
  return heldBy && holder ? { kind: holder.kind as FoundKind, id: String(row[heldBy.id]) } : null;
}

function passageOf(record: Found, row: Row, owner: Passage['owner']): Passage {
  const { kind, title, date } = record.found;
  const called = title(row);
  return {
    kind: kind as FoundKind,
    id: String(row.id),
    owner,
    title: called,
    text: wordsOf(record, row, called),
    date: date?.(row) ?? null,
  };
}

/** Its words but those that its title says already. */
function wordsOf(record: RecordDefinition, row: Row, title = ''): string {
  const words = Object.values(record.fields).flatMap((field) => fieldWords(field, row[field.column]));
  return lines(...words.filter((one) => !title.includes(one)));
}

/** What cannot be read brings nothing; it is told where it is opened. */
function fieldWords({ kind, cell }: Field, stored: Row[string]): string[] {
  if (typeof stored !== 'string') return [];
  switch (kind) {
    case 'line':
      return [stored];
    case 'list': {
      const items = cell.read(stored);
      return Array.isArray(items) ? items.map(String) : [];
    }
    case 'text': {
      const body = storedBody.parse(stored);
      return body === unreadable ? [] : [bodyText(body)];
    }
    default:
      return [];
  }
}

function lines(...texts: string[]): string {
  return texts.filter(Boolean).join('\n');
}
