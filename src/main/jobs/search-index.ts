import { catchUpIndex } from '#main/features/search/index-of.ts';
import type { Job } from './job.ts';

/** The next search finds its index caught up: after an import, or the first time, it would take seconds. */
export const searchIndexJob: Job = {
  name: 'search-index',
  when: { kind: 'afterChange' },
  run: (ctx) => catchUpIndex(ctx, ctx.signal),
};
