import type { FeatureHandlers } from '#main/api/context.ts';

/** So small that the repository would only repeat it; a draft is no record and has no other form. */
export const draftsHandlers: FeatureHandlers<'drafts'> = {
  list: ({ db }) => db.selectFrom('draft').select(['key', 'at']).orderBy('at', 'desc').execute(),

  get: async ({ db }, { key }) =>
    (await db.selectFrom('draft').selectAll().where('key', '=', key).executeTakeFirst()) ?? null,

  put: async ({ db, now }, { key, value }) => {
    const at = now();
    await db
      .insertInto('draft')
      .values({ key, value, at })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, at }))
      .execute();
    return { at };
  },

  discard: async ({ db }, { key }) => {
    await db.deleteFrom('draft').where('key', '=', key).execute();
    return {};
  },
};
