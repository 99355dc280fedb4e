import type { Kysely } from 'kysely';
import type { FeatureHandlers } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';

/**
 * So small that the repository would only repeat it; a draft is no record and has no other form. Each person has drafts of
 * their own: two who write one document in turn do not write over each other.
 */
export const draftsHandlers: FeatureHandlers<'drafts'> = {
  list: ({ db, actor }) =>
    db
      .selectFrom('draft')
      .select(['key', 'at'])
      .where('actor', '=', actor.id)
      .orderBy('at', 'desc')
      .execute(),

  get: async ({ db, actor }, { key }) => {
    const draft = await db
      .selectFrom('draft')
      .select(['key', 'value', 'at'])
      .where('key', '=', key)
      .where('actor', '=', actor.id)
      .executeTakeFirst();
    return draft ? { ...draft, savedSince: await savedSince(db, key, draft.at, actor.id) } : null;
  },

  others: ({ db, actor }, { key }) =>
    db
      .selectFrom('draft')
      .innerJoin('user', 'user.id', 'draft.actor')
      .select(['user.name', 'draft.at'])
      .where('draft.key', '=', key)
      .where('draft.actor', '<>', actor.id)
      .orderBy('draft.at', 'desc')
      .execute(),

  put: async ({ db, actor, now }, { key, value }) => {
    const at = now();
    await db
      .insertInto('draft')
      .values({ key, actor: actor.id, value, at })
      .onConflict((conflict) => conflict.columns(['key', 'actor']).doUpdateSet({ value, at }))
      .execute();
    return { at };
  },

  discard: async ({ db, actor }, { key }) => {
    await db.deleteFrom('draft').where('key', '=', key).where('actor', '=', actor.id).execute();
    return {};
  },
};

/** Who else saved the record last while the draft lay; null: nobody. */
async function savedSince(db: Kysely<Database>, key: string, at: string, actor: string) {
  const newest = await db
    .selectFrom('change_row')
    .innerJoin('change_set', 'change_set.seq', 'change_row.change_seq')
    .leftJoin('user', 'user.id', 'change_set.actor')
    .select(['change_set.at', 'change_set.actor', 'user.name'])
    .where('change_row.row_id', '=', key.slice(key.indexOf(':') + 1))
    .orderBy('change_row.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest || newest.at <= at || newest.actor === actor) return null;
  return { at: newest.at, name: newest.name };
}
