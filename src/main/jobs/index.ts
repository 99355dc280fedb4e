import type { Job } from './job.ts';
import { searchIndexJob } from './search-index.ts';

/** Everything that the program does by itself. */
export const programJobs: readonly Job[] = [searchIndexJob];
