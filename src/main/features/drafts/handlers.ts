import { type Kysely, sql } from 'kysely';
import type { FeatureHandlers } from '#main/api/context.ts';
import { newestChangeOf, ranBack, seqOf } from '#main/db/journal/newest-changes.ts';
import type { Database } from '#main/db/schema.ts';
import { findUser, userName } from '#main/features/users/index.ts';

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

  get: async ({ db, actor, now }, { key }) => {
    const draft = await db
      .selectFrom('draft')
      .select(['key', 'value', 'at'])
      .select(
        sql<string | null>`CASE WHEN json_valid(value) AND json_type(value) = 'object'
          THEN value ->> '$.basedOn' END`.as('basedOn'),
      )
      .where('key', '=', key)
      .where('actor', '=', actor.id)
      .executeTakeFirst();
    if (!draft) return null;
    const { basedOn, ...rest } = draft;
    const typed = { basedOn, at: draft.at, now: now() };
    return { ...rest, savedSince: await savedSince(db, key, typed, actor.id) };
  },

  others: ({ db, actor }, { key }) =>
    db
      .selectFrom('draft')
      .select([userName('draft.actor').as('name'), 'draft.at'])
      .where('draft.key', '=', key)
      .where('draft.actor', '<>', actor.id)
      // What was begun before there were users is nobody's.
      .where(userName('draft.actor'), 'is not', null)
      .$narrowType<{ name: string }>()
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

type Typed = { basedOn: string | null; at: string; now: string };

/** Who else saved the record last while the draft lay; null: nobody. */
async function savedSince(db: Kysely<Database>, key: string, typed: Typed, actor: string) {
  const newest = await newestChangeOf(db, key.slice(key.indexOf(':') + 1));
  if (!newest || newest.actor === actor || (await wasBefore(db, newest, typed))) return null;
  const user = await findUser(db, newest.actor);
  return { at: newest.at, name: user?.name ?? null };
}

/**
 * Of what was typed on a version, the version says it. Of what was typed before versions were noted only the clock can: it is
 * believed where it never ran back, and it is told once too often rather than not at all.
 */
async function wasBefore(
  db: Kysely<Database>,
  saved: { seq: number; at: string },
  { basedOn, at, now }: Typed,
): Promise<boolean> {
  if (basedOn !== null) return saved.seq <= (await seqOf(db, basedOn));
  return saved.at <= at && at <= now && !(await ranBack(db, saved));
}
