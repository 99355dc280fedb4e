export { closedAmong, tablesLockedByClosing } from './closed.ts';
export { conferenceFile } from './file.ts';
export { conferencePassages, conferencesTouched } from './found.ts';
export { conferenceSentences } from './live-sentences.ts';
export { listVoidedMinutes, minutesRows, numberedMinutes, voidedMinutesRows } from './minutes-numbers.ts';
export type { FileEntry } from './papers/file-index.ts';
export { conferencePapers } from './papers/index.ts';
export { conferenceFileIndex } from './papers/to-print.ts';
export { findConference } from './repository.ts';
