import { type Actor, everybody, type FeatureHandlers, mayCall } from '#main/api/context.ts';
import { namedStep, nextRedo, nextUndo, redo, type Step, undo } from '#main/db/journal/undo.ts';
import { allMethods, type MethodName } from '#shared/contract.ts';
import type { Method } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';
import { viewPast } from './past.ts';
import { wholeHistory } from './related.ts';
import { recentChangeSets } from './repository.ts';
import { subjectsOf } from './subjects.ts';
import { verified, verifyNow } from './verified.ts';

export const journalHandlers: FeatureHandlers<'journal'> = {
  recent: async ({ db, store }, { limit }) => {
    const changes = await recentChangeSets(db, limit);
    const subjects = await subjectsOf(
      store,
      changes.map(({ seq }) => seq),
    );
    return changes.map((change) => ({ ...change, subject: subjects.get(change.seq) ?? '' }));
  },

  history: ({ store, today }, { id }) => wholeHistory(store, id, today()),

  steps: async ({ store, actor }) => {
    const undoable = nextUndo(store.raw, ownOf(actor));
    return {
      undo: undoable && !undoable.final ? { seq: undoable.seq, command: undoable.command } : null,
      redo: nextRedo(store.raw, ownOf(actor)),
    };
  },

  undo: async ({ store: { raw }, actor }, { seq }) => {
    const step = seq === undefined ? nextUndo(raw, ownOf(actor)) : namedStep(raw, seq);
    return undo(raw, step, requireRight(actor, step)?.trial);
  },

  redo: async ({ store: { raw }, actor }) => {
    const step = nextRedo(raw, ownOf(actor));
    requireRight(actor, step);
    return redo(raw, step);
  },

  verify: async (ctx, { known }) => (known ? verified : verifyNow)(ctx.store(), ctx),

  viewPast: async (ctx, { day }) => {
    await viewPast(ctx, day);
    return {};
  },

  leavePast: async ({ services }) => {
    await services.session.leave();
    return {};
  },
};

/** While nobody is known by name, everything is one's own. */
function ownOf(actor: Actor): string | null {
  return actor.id === everybody.id ? null : actor.id;
}

/** Who may not do it may not take it back either. @returns how it was done @throws AppError FORBIDDEN */
function requireRight(actor: Actor, step: Step | null): Method | undefined {
  const method = step ? allMethods().get(step.command as MethodName) : undefined;
  if (method && !mayCall(actor, method)) throw new AppError('FORBIDDEN');
  return method;
}
