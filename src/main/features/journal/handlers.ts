import type { FeatureHandlers } from '#main/api/context.ts';
import { nextRedo, nextUndo, redo, undo } from '#main/db/undo.ts';
import { verifyStore } from '#main/db/verify.ts';
import { recentChangeSets, recordHistory } from './repository.ts';

export const journalHandlers: FeatureHandlers<'journal'> = {
  recent: ({ db }, { limit }) => recentChangeSets(db, limit),

  history: ({ db }, { id }) => recordHistory(db, id),

  steps: async ({ store }) => {
    const undoable = nextUndo(store.raw);
    return {
      undo: undoable && !undoable.final ? { seq: undoable.seq, command: undoable.command } : null,
      redo: nextRedo(store.raw),
    };
  },

  undo: async ({ store }, { seq }) => undo(store.raw, seq),

  redo: async ({ store }) => redo(store.raw),

  verify: async ({ store, progress }) => {
    progress('verify', 0, 0);
    return verifyStore(store().raw);
  },
};
