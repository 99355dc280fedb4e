import { setImmediate as breathe } from 'node:timers/promises';
import { packNext } from '#main/db/journal/pack.ts';
import type { Job } from './job.ts';

/** What versions before 11 wrote into the journal takes a fraction of its room afterwards. Done once in the life of a store. */
export const packJournalJob: Job = {
  name: 'pack-journal',
  when: { kind: 'afterChange' },
  run: async ({ store, signal }) => {
    // In the store's own turn: between two commands, never within one.
    const next = () => store.db.transaction().execute(async () => packNext(store.raw));
    while (!signal.aborted && (await next())) {
      store.touched();
      await breathe();
    }
  },
};
