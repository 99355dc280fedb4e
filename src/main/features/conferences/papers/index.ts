import type { PaperSetters } from '#main/api/context.ts';
import type { ConferencePaper } from '#shared/features/conferences/papers.ts';
import { conferencePaper } from './to-print.ts';

export const conferencePapers: PaperSetters<ConferencePaper> = {
  minutes: ({ store }, source) => conferencePaper(store.db, source),
  programme: ({ store }, source) => conferencePaper(store.db, source),
  invitation: ({ store }, source) => conferencePaper(store.db, source),
  signInSheet: ({ store }, source) => conferencePaper(store.db, source),
  countingRecord: ({ store }, source) => conferencePaper(store.db, source),
};
