import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { AppError } from '#shared/errors.ts';
import { opinionSheetRecord } from '#shared/features/approvals/records.ts';
import type { Sheet } from '#shared/features/approvals/sheets.ts';
import { readFields } from '#shared/record.ts';

/** In the order in which they were handed out. */
export async function listSheets(db: Kysely<Database>, documentId: string): Promise<Sheet[]> {
  const rows = await db
    .selectFrom('opinion_sheet')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('list_order')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ...readFields(opinionSheetRecord, sheetFields, row),
  }));
}

const sheetFields = ['name', 'title', 'dueOn', 'answer', 'remark', 'returnedOn'] as const;

/** How many sheets of each document are not back, and until when the first of them should be. */
export async function sheetsOut(
  db: Kysely<Database>,
): Promise<{ documentId: string; count: number; dueOn: string | null }[]> {
  const rows = await db
    .selectFrom('opinion_sheet')
    .selectAll()
    .where('answer', 'is', null)
    .orderBy('document_id')
    .execute();
  const byDocument = Map.groupBy(rows, (row) => row.document_id);
  return [...byDocument].map(([documentId, out]) => {
    const days = out.flatMap((row) => readFields(opinionSheetRecord, ['dueOn'], row).dueOn ?? []);
    return { documentId, count: out.length, dueOn: days.sort()[0] ?? null };
  });
}

export async function insertSheets(
  db: Transaction<Database>,
  documentId: string,
  sheets: readonly Pick<Sheet, 'id' | 'name' | 'title' | 'dueOn'>[],
): Promise<void> {
  const known = (await listSheets(db, documentId)).length;
  for (const [index, { id, name, title, dueOn }] of sheets.entries()) {
    await db
      .insertInto('opinion_sheet')
      .values({
        id,
        document_id: documentId,
        list_order: known + index + 1,
        name,
        title,
        due_on: dueOn,
        answer: null,
        remark: '',
        returned_on: null,
      })
      .execute();
  }
}

/** `answer` null: not back after all. @throws AppError NOT_FOUND */
export async function updateSheet(
  db: Transaction<Database>,
  id: string,
  { answer, remark, returnedOn }: Pick<Sheet, 'answer' | 'remark' | 'returnedOn'>,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('opinion_sheet')
    .set({ answer, remark, returned_on: returnedOn })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AppError('NOT_FOUND');
}

export async function deleteSheet(db: Transaction<Database>, id: string): Promise<void> {
  await db.deleteFrom('opinion_sheet').where('id', '=', id).execute();
}
