import type { PaperContext, PaperSetters } from '#main/api/context.ts';
import type { ConferencePaper } from '#shared/features/conferences/papers.ts';
import { conferencePaper } from './to-print.ts';

const set = ({ store, services }: PaperContext, source: ConferencePaper) =>
  conferencePaper({ db: store.db, services }, source);

export const conferencePapers: PaperSetters<ConferencePaper> = {
  minutes: set,
  programme: set,
  invitation: set,
  signInSheet: set,
  countingRecord: set,
};
