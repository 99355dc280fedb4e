import { handOverReadMarks } from '#main/features/documents/index.ts';
import { handOverDrafts } from '#main/features/drafts/index.ts';
import type { Services } from './services.ts';

/** What is kept for each person goes on with another one. */
export const handOver: Services['handOver'] = async (db, from, to) => {
  await handOverDrafts(db, from, to);
  await handOverReadMarks(db, from, to);
};
