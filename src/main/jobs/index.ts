import type { Job } from './job.ts';
import { packJournalJob } from './pack-journal.ts';
import { searchIndexJob } from './search-index.ts';

/** Everything that the program does by itself. */
export const programJobs: readonly Job[] = [searchIndexJob, packJournalJob];
