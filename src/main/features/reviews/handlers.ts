import type { Kysely } from 'kysely';
import type { CommandContext, FeatureHandlers } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import {
  deleteOpinion,
  findOpinion,
  insertOpinion,
  insertReply,
  type Said,
  type StoredOpinion,
  unsettledOf,
  updateOpinion,
  updateSettled,
} from './repository.ts';
import { reviewRowRules } from './row-rules.ts';
import { settledRefusal } from './rules.ts';

type Db = Kysely<Database>;

// Loaded when they are asked for: a start does not wait for comparisons.
const standings = () => import('./opinions.ts');

export const reviewsHandlers: FeatureHandlers<'reviews'> = {
  list: async ({ store, actor }, { documentId, edits }) =>
    (await standings()).opinionsOn(store, documentId, { actor, edits }),

  unsettled: ({ db }) => unsettledOf(db),

  give: async (ctx, { documentId, version, ...given }) => {
    const { requirePinned } = await standings();
    const id = ctx.newId();
    const pinned = await requirePinned(ctx.store, documentId, version, given);
    await insertOpinion(ctx.db, {
      ...given,
      ...withProposal(given),
      id,
      documentId,
      ...pinned,
      ...said(ctx),
    });
    return { id };
  },

  correct: async (ctx, { id, ...fields }) => {
    const { db } = ctx;
    await requireOpinion(db, id);
    ask('reviews.correct', ctx, id);
    await updateOpinion(db, id, { ...fields, ...withProposal(fields) });
    return {};
  },

  withdraw: async (ctx, { id }) => {
    const { db } = ctx;
    await requireOpinion(db, id);
    ask('reviews.withdraw', ctx, id);
    await deleteOpinion(db, id);
    return {};
  },

  reply: async (ctx, { id: opinionId, text }) => {
    const { documentId } = await requireOpinion(ctx.db, opinionId);
    const id = ctx.newId();
    await insertReply(ctx.db, documentId, { id, opinionId, text, ...said(ctx) });
    return { id };
  },

  settle: async (ctx, { id, outcome, reason }) => {
    const opinion = await requireOpinion(ctx.db, id);
    ask('reviews.settle', ctx, id);
    if (opinion.settled) throw settledRefusal(opinion.settled.actorName);
    if (outcome === 'explained' && reason === '') throw ruleError('explanationMissing');
    const version = await (await standings()).versionNow(ctx.store, opinion.documentId);
    await updateSettled(ctx.db, id, { outcome, reason, version, ...said(ctx) });
    return {};
  },

  reopen: async (ctx, { id }) => {
    const { db } = ctx;
    const opinion = await requireOpinion(db, id);
    ask('reviews.reopen', ctx, id);
    if (opinion.settled === null) throw ruleError('opinionOpen');
    await updateSettled(db, id, null);
    return {};
  },
};

/** @throws AppError RULE, FORBIDDEN */
function ask(method: keyof typeof reviewRowRules, { actor, store }: CommandContext, id: string): void {
  const refused = reviewRowRules[method]?.refusals(store.raw, actor, [id]).get(id);
  if (refused) throw refused;
}

/** Only who asks for a change proposes words for it. */
function withProposal({ kind, proposed }: Pick<StoredOpinion, 'kind' | 'proposed'>) {
  return { proposed: kind === 'change' ? proposed : null };
}

function said({ actor, now }: CommandContext): Said {
  return { actor: actor.id, actorName: actor.name, at: now() };
}

async function requireOpinion(db: Db, id: string): Promise<StoredOpinion> {
  const found = await findOpinion(db, id);
  if (!found) throw new AppError('NOT_FOUND', { reason: 'opinion' });
  return found;
}
