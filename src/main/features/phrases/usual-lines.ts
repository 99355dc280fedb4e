import type { Kysely, Transaction } from 'kysely';
import type { FeatureHandlers } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';
import { type UsualLines, type UsualList, usualLists } from '#shared/features/phrases/contract.ts';
import { usualLineRecord } from '#shared/features/phrases/records.ts';
import { readFields } from '#shared/record.ts';

/** Legal bases and recipients that are put in again and again. */
export const usualLineHandlers: Pick<FeatureHandlers<'phrases'>, 'lines' | 'saveLines' | 'addLines'> = {
  lines: ({ db }) => usualLines(db),

  saveLines: async ({ db, newId }, lines) => {
    for (const list of usualLists) await putLines(db, list, lines[list], newId);
    return {};
  },

  addLines: async ({ db, newId }, { list, texts }) => {
    const known = (await usualLines(db))[list];
    await putLines(db, list, [...known, ...texts], newId);
    return {};
  },
};

async function usualLines(db: Kysely<Database>): Promise<UsualLines> {
  const rows = await db.selectFrom('usual_line').select(['list', 'text']).orderBy('list_order').execute();
  const lines = rows.map((row) => readFields(usualLineRecord, ['list', 'text'], row));
  const textsOf = (list: UsualList) => lines.filter((line) => line.list === list).map(({ text }) => text);
  return { basis: textsOf('basis'), recipient: textsOf('recipient') };
}

/** Lines that stay keep their row, so that the history shows only what has changed. */
async function putLines(
  db: Transaction<Database>,
  list: UsualList,
  wanted: readonly string[],
  newId: () => string,
): Promise<void> {
  const texts = [...new Set(wanted)];
  await db.deleteFrom('usual_line').where('list', '=', list).where('text', 'not in', texts).execute();
  for (const [index, text] of texts.entries()) {
    await db
      .insertInto('usual_line')
      .values({ id: newId(), list, text, list_order: index + 1 })
      .onConflict((conflict) => conflict.columns(['list', 'text']).doUpdateSet({ list_order: index + 1 }))
      .execute();
  }
}
