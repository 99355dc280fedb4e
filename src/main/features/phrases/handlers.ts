import type { FeatureHandlers } from '#main/api/context.ts';
import { ruleError } from '#shared/errors.ts';
import { compareText } from '#shared/text/sort.ts';
import { usualLineHandlers } from './usual-lines.ts';

/** A short dictionary: the repository would only repeat it. */
export const phrasesHandlers: FeatureHandlers<'phrases'> = {
  ...usualLineHandlers,

  list: async ({ db }) => {
    const rows = await db.selectFrom('phrase').selectAll().execute();
    return rows.sort((a, b) => compareText(a.abbreviation, b.abbreviation));
  },

  save: async ({ db, newId }, { id, abbreviation, text }) => {
    const taken = await db
      .selectFrom('phrase')
      .select('id')
      .where('abbreviation', '=', abbreviation)
      .executeTakeFirst();
    if (taken && taken.id !== id) throw ruleError('abbreviationTaken', { abbreviation });
    const kept = id ?? newId();
    await db
      .insertInto('phrase')
      .values({ id: kept, abbreviation, text })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ abbreviation, text }))
      .execute();
    return { id: kept };
  },

  remove: async ({ db }, { id }) => {
    await db.deleteFrom('phrase').where('id', '=', id).execute();
    return {};
  },
};
