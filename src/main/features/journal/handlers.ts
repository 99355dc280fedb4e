import { type Actor, everybody, type FeatureHandlers } from '#main/api/context.ts';
import { stillUndoable } from '#main/db/journal/still-undoable.ts';
import { namedStep, nextRedo, nextUndo, redo, undo } from '#main/db/journal/undo.ts';
import { lockedSets } from './locked.ts';
import { viewPast } from './past.ts';
import { wholeHistory } from './related.ts';
import { recentChangeSets } from './repository.ts';
import { methodOf, refusalsOf, requireRight } from './rights.ts';
import { subjectsOf } from './subjects.ts';
import { verified, verifyNow } from './verified.ts';

export const journalHandlers: FeatureHandlers<'journal'> = {
  recent: async (ctx, { limit }) => {
    const { db, store } = ctx;
    const changes = await recentChangeSets(db, limit);
    const seqs = changes.map(({ seq }) => seq);
    const subjects = await subjectsOf(store, seqs);
    const undoable = stillUndoable(store.raw, seqs);
    const asked = changes.filter(({ seq }) => undoable.has(seq));
    const refused = refusalsOf(ctx, asked);
    // A trial is taken back also where it is locked.
    const lockable = asked.filter(({ command }) => !methodOf(command)?.trial);
    const locked = lockedSets(
      store.raw,
      lockable.map(({ seq }) => seq),
    );
    return changes.map((change) => ({
      ...change,
      subject: subjects.get(change.seq) ?? '',
      mayUndo: undoable.has(change.seq) && !refused.has(change.seq) && !locked.has(change.seq),
    }));
  },

  history: ({ store, today }, { id }) => wholeHistory(store, id, today()),

  steps: async ({ store, actor }) => {
    const undoable = nextUndo(store.raw, ownOf(actor));
    return {
      undo: undoable && !undoable.final ? { seq: undoable.seq, command: undoable.command } : null,
      redo: nextRedo(store.raw, ownOf(actor)),
    };
  },

  undo: async (ctx, { seq }) => {
    const { raw } = ctx.store;
    const step = seq === undefined ? nextUndo(raw, ownOf(ctx.actor)) : namedStep(raw, seq);
    requireRight(ctx, step);
    return undo(raw, step, step ? methodOf(step.command)?.trial : false);
  },

  redo: async (ctx) => {
    const { raw } = ctx.store;
    const step = nextRedo(raw, ownOf(ctx.actor));
    requireRight(ctx, step);
    return redo(raw, step);
  },

  verify: async (ctx, { known }) => {
    const store = ctx.store();
    const report = await (known ? verified : verifyNow)(store, ctx);
    if (known || report.faults.length > 0) return report;
    ctx.progress('verifyIndex', 0, 0);
    const { services, signal } = ctx;
    const searchIndex = await services.renewIndex({ store, services }, signal);
    return { ...report, ...(searchIndex && { searchIndex }) };
  },

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
